using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DirectRoute.Cli.Output;
using DirectRoute.Local;
using DirectRoute.Local.Clocks;
using DirectRoute.Local.Publishing;

namespace DirectRoute.Cli.Serving;

/// <summary>Events for programs: an object a line, which its member <c>event</c> names. Members and events are added, never renamed.</summary>
internal static class JsonEvents
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ServingEvent happened)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            Write(happened, json);
            json.WriteEndObject();
        }
        buffer.WriteByte((byte)'\n');
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(ServingEvent happened, Utf8JsonWriter json)
    {
        switch (happened)
        {
            case Started started: Write(started, json); break;
            case ManifestsServed served: Write(served, json); break;
            case StageDeployed deployed:
                json.WriteString("event", "deployed");
                Write(deployed.Stage, deployed.Address, json);
                break;
            case RequestAnswered answered: Write(answered, json); break;
            case FunctionWrote wrote:
                json.WriteString("event", "function");
                json.WriteString("function", wrote.Function);
                json.WriteString("line", wrote.Line);
                break;
            case Problem problem:
                json.WriteString("event", "problem");
                json.WriteString("message", problem.Message);
                break;
            case EventsDropped dropped:
                json.WriteString("event", "dropped");
                json.WriteNumber("count", dropped.Count);
                break;
            case Stopped: json.WriteString("event", "stopped"); break;
        }
    }

    private static void Write(Started started, Utf8JsonWriter json)
    {
        var options = started.Options;
        json.WriteString("event", "started");
        json.WriteString("version", CommandLine.CommandHost.Version);
        json.WriteString("address", $"http://localhost:{started.Address.Port}");
        if (started.Ui is { } page) json.WriteString("ui", page.ToString());
        json.WriteString("services", options.Endpoint switch { ServiceEndpoint.Emulator emulator => emulator.Url.ToString(), ServiceEndpoint.RealAws => "aws", _ => "none" });
        json.WriteString("account", options.AccountId);
        json.WriteString("quotas", options.EnforcesQuotas ? "aws" : "none");
        json.WriteString("clock", options.Clock is SimulatedClock ? "simulated" : "system");
        json.WriteStartArray("functions");
        foreach (var target in options.LambdaTargets) json.WriteStringValue(target.Function);
        json.WriteEndArray();
        json.WriteStartArray("manifests");
        foreach (var name in started.Watched) json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static void Write(ManifestsServed served, Utf8JsonWriter json)
    {
        json.WriteString("event", "manifests");
        json.WriteStartArray("apis");
        foreach (var api in served.Apis) Write(api, served.Address, json);
        json.WriteEndArray();
        json.WriteStartArray("removed");
        foreach (var api in served.Removed) json.WriteStringValue(api.Key);
        json.WriteEndArray();
        JsonFindings.WriteFindings(served.Result, json);
        JsonFindings.WriteSummary(served.Result, json);
    }

    private static void Write(PublishResult result, Uri address, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", result.Api.Key);
        json.WriteString("apiId", result.ApiId);
        json.WriteBoolean("changed", result.IsChanged);
        if (result.Refusal is { } refusal) json.WriteString("refusal", refusal);
        json.WriteStartArray("stages");
        foreach (var stage in result.Stages)
        {
            json.WriteStartObject();
            Write(stage, address, json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("routes");
        foreach (var route in result.Api.Model.Routes) json.WriteStringValue(route.Key);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(ServedStage stage, Uri address, Utf8JsonWriter json)
    {
        json.WriteString("apiId", stage.ApiId);
        json.WriteString("apiName", stage.ApiName);
        json.WriteString("protocol", stage.Protocol.ToString());
        json.WriteString("account", stage.AccountId);
        json.WriteString("region", stage.Region);
        json.WriteString("stage", stage.Name);
        json.WriteString("deploymentId", stage.DeploymentId);
        json.WriteString("url", stage.UrlAt(address));
    }

    private static void Write(RequestAnswered answered, Utf8JsonWriter json)
    {
        json.WriteString("event", "request");
        json.WriteString("time", answered.Time);
        json.WriteString("requestId", answered.RequestId);
        json.WriteString("apiId", answered.ApiId);
        json.WriteString("stage", answered.Stage);
        json.WriteString("method", answered.Method);
        json.WriteString("path", answered.Path);
        json.WriteNumber("status", answered.Status);
        json.WriteNumber("ms", Math.Round(answered.Latency.TotalMilliseconds, 3));
        json.WriteNumber("integrationMs", Math.Round(answered.IntegrationLatency.TotalMilliseconds, 3));
        if (answered.Route is { } route) json.WriteString("route", route);
        if (answered.Fault is not { } fault) return;
        json.WriteStartObject("fault");
        json.WriteString("type", fault.ResponseType);
        json.WriteString("message", fault.Message);
        json.WriteString("detail", fault.Detail);
        json.WriteEndObject();
    }
}
