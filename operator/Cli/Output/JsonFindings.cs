using System.Text.Json;
using DirectRoute.Cli.Accounts;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Lint;

namespace DirectRoute.Cli.Output;

/// <summary>Findings for programs: <c>{findings, accounts, summary}</c>; members are added, never renamed.</summary>
internal static class JsonFindings
{
    public static string Write(LintResult result) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        WriteFindings(result, json);
        json.WriteStartArray("accounts");
        foreach (var account in result.Compiled.Accounts) Write(account, json);
        json.WriteEndArray();
        WriteSummary(result, json);
        json.WriteEndObject();
    });

    /// <summary>The member <c>findings</c>.</summary>
    public static void WriteFindings(LintResult result, Utf8JsonWriter json)
    {
        json.WriteStartArray("findings");
        foreach (var finding in result.Findings) Write(finding, json);
        json.WriteEndArray();
    }

    private static void Write(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("severity", TextFindings.NameOf(finding.Severity));
        json.WriteString("reason", finding.Reason);
        if (finding.Field is not null) json.WriteString("field", finding.Field);
        json.WriteString("message", finding.Message);
        if (finding.Resource is { } resource) Write(resource, json);
        Write(finding.Location, json);
        json.WriteEndObject();
    }

    private static void Write(ResourceId resource, Utf8JsonWriter json)
    {
        json.WriteStartObject("resource");
        json.WriteString("kind", resource.Kind);
        if (resource.Namespace is not null) json.WriteString("namespace", resource.Namespace);
        json.WriteString("name", resource.Name);
        json.WriteEndObject();
    }

    private static void Write(Location location, Utf8JsonWriter json)
    {
        json.WriteStartObject("location");
        json.WriteString("file", location.File.Name);
        json.WriteNumber("line", location.Span.Line);
        json.WriteNumber("column", location.Span.Column);
        json.WriteNumber("endLine", location.Span.EndLine);
        json.WriteNumber("endColumn", location.Span.EndColumn);
        json.WriteEndObject();
    }

    private static void Write(KnownAccount account, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", account.Facts.Name);
        json.WriteString("accountId", account.Facts.AccountId);
        json.WriteString("accountIdFrom", NameOf(account.IdSource));
        json.WriteString("region", account.Facts.Region);
        json.WriteString("regionFrom", NameOf(account.RegionSource));
        json.WriteString("partition", account.Facts.Partition);
        json.WriteEndObject();
    }

    private static string NameOf(FactSource source) => source.ToString().ToLowerInvariant();

    /// <summary>The member <c>summary</c>.</summary>
    public static void WriteSummary(LintResult result, Utf8JsonWriter json)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("files", result.Files);
        json.WriteNumber("resources", result.Manifests.Count);
        json.WriteNumber("errors", result.Counts.Errors);
        json.WriteNumber("warnings", result.Counts.Warnings);
        json.WriteNumber("notes", result.Counts.Notes);
        json.WriteEndObject();
    }
}
