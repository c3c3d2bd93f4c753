using System.Text.Json;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Lint;

namespace DirectRoute.Cli.Output;

/// <summary>Findings as SARIF 2.1.0, as GitHub's code scanning takes it.</summary>
internal static class SarifFindings
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <param name="version">The program's version.</param>
    /// <param name="folder">The working directory: files beneath it are named relative to it.</param>
    public static string Write(LintResult result, string version, string folder)
    {
        List<string> rules = [.. result.Findings.Select(f => f.Reason).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(rules, version, json);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var finding in result.Findings) Write(finding, rules.IndexOf(finding.Reason), folder, json);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteTool(List<string> rules, string version, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "direct");
        json.WriteString("semanticVersion", version);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule);
            json.WriteString("name", rule);
            json.WriteStartObject("shortDescription");
            json.WriteString("text", ReasonTexts.Describe(rule));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Finding finding, int rule, string folder, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Reason);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", TextFindings.NameOf(finding.Severity));
        json.WriteStartObject("message");
        json.WriteString("text", finding.Field is null ? finding.Message : $"{finding.Field}: {finding.Message}");
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        Write(finding.Location, folder, json);
        if (finding.Resource is { } resource) Write(resource, json);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Location location, string folder, Utf8JsonWriter json)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", SarifUri.Of(location.File.Name, folder));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", location.Span.Line);
        json.WriteNumber("startColumn", location.Span.Column);
        json.WriteNumber("endLine", location.Span.EndLine);
        json.WriteNumber("endColumn", location.Span.EndColumn);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(ResourceId resource, Utf8JsonWriter json)
    {
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", resource.ToString());
        json.WriteString("kind", "object");
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
