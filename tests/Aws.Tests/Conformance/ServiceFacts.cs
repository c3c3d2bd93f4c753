using System.Reflection;

namespace DirectRoute.Aws.Tests.Conformance;

/// <summary>A member of a request, response, structure or error: its name, where it travels, its name there ("-" for none), its type.</summary>
internal sealed record MemberFact(string Name, string Location, string WireName, string Type);

internal sealed record OperationFact(string Name, string Method, string Path, IReadOnlyList<MemberFact> Request, IReadOnlyList<MemberFact> Response);

internal sealed record ErrorFact(string Code, string Exception, IReadOnlyList<MemberFact> Members);

/// <summary>The facts of AWS's public service model that a client must agree with, read from <c>Facts/</c>.</summary>
internal sealed class ServiceFacts
{
    private readonly List<OperationFact> operations = [];
    private readonly Dictionary<string, IReadOnlyList<MemberFact>> structures = [];
    private readonly Dictionary<string, string[]> enumerations = [];
    private readonly List<ErrorFact> errors = [];

    public IReadOnlyList<OperationFact> Operations => operations;

    public IReadOnlyDictionary<string, IReadOnlyList<MemberFact>> Structures => structures;

    public IReadOnlyDictionary<string, string[]> Enumerations => enumerations;

    public IReadOnlyList<ErrorFact> Errors => errors;

    public static ServiceFacts Read(string service)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(service)!;
        using var reader = new StreamReader(stream);
        var facts = new ServiceFacts();
        foreach (var paragraph in reader.ReadToEnd().Split("\n\n"))
            facts.Read([.. paragraph.Split('\n').Where(line => line.Length > 0 && line[0] != '#')]);
        return facts;
    }

    private void Read(string[] lines)
    {
        if (lines is []) return;
        switch (lines[0].Split(' '))
        {
            case ["*", var name]:
                structures[name] = Members(lines, '-');
                break;
            case ["=", ..]:
                foreach (var line in lines) enumerations[line.Split(' ')[1]] = line.Split(' ')[2..];
                break;
            case ["!", ..]:
                errors.AddRange(lines.Select(Error));
                break;
            case [var name, var method, var path]:
                operations.Add(new(name, method, path, Members(lines, '>'), Members(lines, '<')));
                break;
        }
    }

    private static ErrorFact Error(string line) => line.Split(' ') is [_, var code, var exception, .. var members]
        ? new(code, exception, [.. members.Select(member => member.Split(':')).Select(m => new MemberFact(m[0], m[1], m[2], "string"))])
        : throw new FormatException(line);

    private static List<MemberFact> Members(string[] lines, char mark) =>
        [.. lines.Where(line => line[0] == mark).Select(line => line.Split(' ')).Select(m => new MemberFact(m[1], m[2], m[3], m[4]))];
}
