using System.Collections;

namespace DirectRoute.Testing;

/// <summary>The variables that a program of a test sees.</summary>
internal static class EnvironmentVariables
{
    public static Dictionary<string, string> OfThisProcess() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "");

    /// <summary>Reads the lines <c>export NAME='value'</c> that <c>tests/environment/up</c> prints.</summary>
    public static Dictionary<string, string> Parse(string output) =>
        output.Split('\n')
            .Where(line => line.StartsWith("export ", StringComparison.Ordinal))
            .Select(line => line["export ".Length..].Split('=', 2))
            .ToDictionary(parts => parts[0], parts => Unquote(parts[1]));

    /// <summary>This process's variables, without any that could lead to another cluster or AWS account, and with those of the environment.</summary>
    public static Dictionary<string, string> Compose(IReadOnlyDictionary<string, string> exports)
    {
        var variables = OfThisProcess();
        foreach (var name in variables.Keys.Where(LeadsToAws).ToList()) variables.Remove(name);
        foreach (var (name, value) in exports) variables[name] = value;
        variables["NO_PROXY"] = $"127.0.0.1,localhost,{variables.GetValueOrDefault("NO_PROXY")}";
        return variables;
    }

    private static bool LeadsToAws(string name) => name.StartsWith("AWS_", StringComparison.Ordinal) && name != "AWS_CA_BUNDLE";

    private static string Unquote(string value) => value.Trim()[1..^1].Replace(@"'\''", "'", StringComparison.Ordinal);
}
