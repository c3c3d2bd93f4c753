using System.Text.RegularExpressions;

namespace DirectRoute.Operator.Hosting;

/// <summary>The operator's settings: <c>--name=value</c> on the command line, or <c>DIRECTROUTE_NAME</c> in the environment.</summary>
internal sealed partial record OperatorOptions
{
    /// <summary><c>cluster-name</c>: written into the owner tags of everything in AWS. A restored cluster keeps the name, another cluster has another.</summary>
    public required string ClusterName { get; init; }

    /// <summary><c>namespace</c>: the operator's own, for its lease and the Secrets of AwsAccounts. Default: the pod's, or the context's.</summary>
    public string? Namespace { get; init; }

    /// <summary><c>kubeconfig</c>: the file to use instead of the pod's service account.</summary>
    public string? Kubeconfig { get; init; }

    /// <summary><c>context</c>: the kubeconfig's context. Default: its current one.</summary>
    public string? Context { get; init; }

    /// <summary><c>workers</c>: how many APIs are worked on at once. Default 4.</summary>
    public int Workers { get; init; } = 4;

    /// <summary><c>address</c>: where <c>/healthz</c>, <c>/readyz</c> and <c>/metrics</c> are served. Default <c>http://0.0.0.0:8080</c>.</summary>
    public string Address { get; init; } = "http://0.0.0.0:8080";

    /// <summary><c>leader-elect</c>: whether to hold the lease before working. Default true.</summary>
    public bool LeaderElect { get; init; } = true;

    /// <summary><c>read-only</c>: whether nothing in AWS is written, as if every API were in mode Plan. Default false.</summary>
    public bool ReadOnly { get; init; }

    /// <summary><c>log-level</c>. Default Information.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary><c>log-format</c>: json or text. Default json.</summary>
    public string LogFormat { get; init; } = "json";

    private static readonly string[] Names =
        ["cluster-name", "namespace", "kubeconfig", "context", "workers", "address", "leader-elect", "read-only", "log-level", "log-format"];

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?\\z")]
    private static partial Regex ClusterNamePattern { get; }

    /// <summary>Reads the settings; every mistake is named at once.</summary>
    /// <exception cref="OptionsException">A setting is missing, unknown or malformed.</exception>
    public static OperatorOptions Read(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var errors = new List<string>();
        foreach (var name in Names)
        {
            if (environment("DIRECTROUTE_" + name.ToUpperInvariant().Replace('-', '_')) is { Length: > 0 } value) values[name] = value;
        }
        foreach (var arg in args) ReadArgument(arg, values, errors);
        var options = Convert(values, errors);
        return errors.Count == 0 ? options : throw new OptionsException(string.Join(Environment.NewLine, errors));
    }

    private static void ReadArgument(string arg, Dictionary<string, string> values, List<string> errors)
    {
        var equals = arg.IndexOf('=', StringComparison.Ordinal);
        var name = arg.StartsWith("--", StringComparison.Ordinal) && equals > 2 ? arg[2..equals] : null;
        if (name is null) errors.Add($"'{arg}': write --name=value.");
        else if (!Names.Contains(name)) errors.Add($"--{name}: no such setting. There are {string.Join(", ", Names)}.");
        else if (equals == arg.Length - 1) errors.Add($"--{name}: is empty. Give it a value, or leave it out for its default.");
        else values[name] = arg[(equals + 1)..];
    }

    private static OperatorOptions Convert(Dictionary<string, string> values, List<string> errors)
    {
        T Get<T>(string name, T fallback, Func<string, (bool Ok, T Value)> parse, string expected)
        {
            if (!values.TryGetValue(name, out var text)) return fallback;
            var (ok, value) = parse(text);
            if (!ok) errors.Add($"{name}: '{text}' is not {expected}.");
            return ok ? value : fallback;
        }

        return new OperatorOptions
        {
            ClusterName = ClusterNameOf(values, errors),
            Namespace = values.GetValueOrDefault("namespace"),
            Kubeconfig = values.GetValueOrDefault("kubeconfig"),
            Context = values.GetValueOrDefault("context"),
            Workers = Get("workers", 4, t => (int.TryParse(t, out var n) && n is >= 1 and <= 64, n), "a number from 1 to 64"),
            Address = Get("address", "http://0.0.0.0:8080", t => (t.StartsWith("http://", StringComparison.Ordinal), t), "an http:// address"),
            LeaderElect = Get("leader-elect", true, t => (bool.TryParse(t, out var b), b), "true or false"),
            ReadOnly = Get("read-only", false, t => (bool.TryParse(t, out var b), b), "true or false"),
            LogLevel = Get("log-level", LogLevel.Information, t => (Enum.TryParse<LogLevel>(t, true, out var l) && Enum.IsDefined(l), l), "Trace, Debug, Information, Warning or Error"),
            LogFormat = Get("log-format", "json", t => (t is "json" or "text", t), "json or text"),
        };
    }

    private static string ClusterNameOf(Dictionary<string, string> values, List<string> errors)
    {
        if (!values.TryGetValue("cluster-name", out var name))
            errors.Add("cluster-name: missing. It names this cluster in the tags of everything that the operator makes in AWS; give every cluster its own.");
        else if (!ClusterNamePattern.IsMatch(name))
            errors.Add($"cluster-name: '{name}' has to be 1 to 63 letters, digits, '-', '_' or '.', with a letter or digit at both ends.");
        return name ?? "";
    }
}

/// <summary>The settings are not usable; the message has a line for each mistake.</summary>
internal sealed class OptionsException(string message) : Exception(message);
