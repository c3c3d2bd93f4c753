using System.Text.Json;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Output;

namespace DirectRoute.Cli.RouteTests;

/// <summary>The tests for programs: <c>{tests, summary}</c>; members are added, never renamed.</summary>
internal static class JsonReport
{
    public static string Write(TestRun run) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("tests");
        foreach (var route in run.Routes)
        {
            foreach (var test in route.Tests) Write(route, test, json);
        }
        json.WriteEndArray();
        json.WriteStartObject("summary");
        json.WriteNumber("passed", run.Passed);
        json.WriteNumber("failed", run.Failed);
        json.WriteNumber("errors", run.Errors);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void Write(TestedRoute route, TestedCase test, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("route", route.Manifest.Key);
        json.WriteString("match", route.Match);
        json.WriteString("name", test.Name);
        json.WriteString("outcome", test.Outcome.ToString().ToLowerInvariant());
        Write(test.Location, json);
        json.WriteStartArray("differences");
        foreach (var difference in test.Differences) Write(difference, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(LocatedDifference located, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("field", $"spec.{located.Difference.Field}");
        json.WriteString("message", located.Difference.Message);
        if (located.Difference.Expected is { } expected) json.WriteString("expected", expected);
        if (located.Difference.Actual is { } actual) json.WriteString("actual", actual);
        Write(located.Location, json);
        json.WriteEndObject();
    }

    private static void Write(Location location, Utf8JsonWriter json)
    {
        json.WriteStartObject("location");
        json.WriteString("file", location.File.Name);
        json.WriteNumber("line", location.Span.Line);
        json.WriteNumber("column", location.Span.Column);
        json.WriteEndObject();
    }
}
