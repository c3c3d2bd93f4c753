using System.Globalization;
using System.Text;
using DirectRoute.Cli.CommandLine;
using DirectRoute.Cli.Output;
using DirectRoute.Core.Gateway;
using DirectRoute.Local;
using DirectRoute.Local.Clocks;
using DirectRoute.Local.Lambda;

namespace DirectRoute.Cli.Serving;

/// <summary>Events for reading.</summary>
internal sealed class TextEvents(TextStyle style)
{
    private const int ServerError = 500;
    private const int ClientError = 400;

    public string Write(ServingEvent happened) => happened switch
    {
        Started started => Lines(Start(started)),
        ManifestsServed served => Manifests(served),
        StageDeployed deployed => Lines([$"Deployed {deployed.Stage.ApiName} ({deployed.Stage.Protocol}, {deployed.Stage.Region}): {style.Paint(TextStyle.Good, deployed.Stage.UrlAt(deployed.Address))}"]),
        RequestAnswered answered => Lines(Request(answered)),
        FunctionWrote wrote => Lines([$"{style.Paint(TextStyle.Faint, $"{wrote.Function} |")} {ControlCharacters.Escape(wrote.Line)}"]),
        Problem problem => Lines([$"direct: {problem.Message}"]),
        EventsDropped dropped => Lines([$"direct: {Plural.Of((int)Math.Min(dropped.Count, int.MaxValue), "event")} not shown: they came faster than they could be written."]),
        Stopped => Lines(["Stopped."]),
        _ => "",
    };

    private IEnumerable<string> Start(Started started)
    {
        var (address, options) = ($"http://localhost:{started.Address.Port}", started.Options);
        yield return $"direct local {CommandHost.Version}: API Gateway on this machine. Stop it with Ctrl-C.";
        yield return "";
        yield return $"  Address       {style.Paint(TextStyle.Good, address)}";
        if (started.Ui is { } page) yield return $"  Page          {style.Paint(TextStyle.Good, page.ToString())}";
        if (Services(options.Endpoint, started) is { } services) yield return $"  AWS services  {services}";
        foreach (var target in options.LambdaTargets) yield return $"  Function      {target.Function}: {ControlCharacters.Escape(Words(target.Host))}";
        yield return $"  Account       {options.AccountId}";
        yield return $"  Quotas        {(options.EnforcesQuotas ? "those of AWS" : "none")}";
        if (options.Clock is SimulatedClock) yield return "  Clock         simulated: who is told to wait need not";
        foreach (var fault in options.Faults) yield return $"  Fault         {fault.Operation}: {Plural.Of(fault.Count, "call")} will fail ({fault.Kind})";
        yield return $"  Manifests     {(started.Watched.Count == 0 ? "none (serve some with -f)" : $"{string.Join(", ", started.Watched)}, read again when they change")}";
        yield return "";
        yield return $"Configure it as you configure AWS: aws --endpoint-url {address} apigateway get-rest-apis";
        yield return "";
    }

    /// <summary>Whose manifests call no service needs to hear of none; if they do, a problem says so. What a client will deploy, nobody knows.</summary>
    private string? Services(ServiceEndpoint endpoint, Started started) => endpoint switch
    {
        ServiceEndpoint.Emulator emulator => $"{emulator.Url} ({started.EndpointSource})",
        ServiceEndpoint.RealAws => $"{style.Paint(TextStyle.Warning, "AWS itself")}, with your credentials ({started.EndpointSource})",
        _ => started.Watched.Count == 0 ? $"none (name them with --endpoint-url{(started.EndpointSource.Length == 0 ? "" : $"; {started.EndpointSource}")})" : null,
    };

    private static string Words(FunctionHost host) => host switch
    {
        FunctionHost.Address address => address.Url.ToString(),
        FunctionHost.Command command => string.Join(' ', (IEnumerable<string>)[command.File, .. command.Arguments]),
        _ => "",
    };

    private string Manifests(ManifestsServed served)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        TextFindings.Write(served.Result.Findings, text, style);
        var changed = served.Apis.Where(a => a.IsChanged || a.Refusal is not null).ToList();
        foreach (var line in changed.SelectMany(a => ApiText.Lines(a, served.Address, served.Result, style))) text.WriteLine(line);
        foreach (var gone in served.Removed) text.WriteLine($"{style.Paint(TextStyle.Bold, gone.Key)} is removed.");
        text.WriteLine(Summary(served, changed.Count));
        return text.ToString();
    }

    private string Summary(ManifestsServed served, int changed)
    {
        var (counts, color) = (served.Result.Counts, served.Result.Counts.Errors > 0 ? TextStyle.Error : TextStyle.Good);
        var broken = counts.Errors == 0 ? "" : " What is broken is served as it was before, if it was.";
        var news = changed + served.Removed.Count == 0 ? " Nothing else is served than before." : "";
        return $"{Plural.Of(served.Result.Files, "file")}, {Plural.Of(served.Result.Manifests.Count, "resource")}: {style.Paint(color, counts.ToString())}.{broken}{news}";
    }

    private IEnumerable<string> Request(RequestAnswered answered)
    {
        var status = style.Paint(ColorOf(answered.Status), answered.Status.ToString(CultureInfo.InvariantCulture));
        var time = answered.Latency.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
        var route = answered.Route is { } key ? ControlCharacters.Escape(key) : "no route";
        yield return $"{answered.Method} {ControlCharacters.Escape(answered.Path)} {status} {time} ms {style.Paint(TextStyle.Faint, $"({route})")}";
        if (answered.Fault is { } fault) yield return $"  {Why(fault)}";
    }

    private static string Why(GatewayFault fault) => ControlCharacters.Escape($"{fault.Message.TrimEnd('.')}: {fault.Detail}");

    private static string ColorOf(int status) => status switch
    {
        >= ServerError => TextStyle.Bad,
        >= ClientError => TextStyle.Warning,
        _ => TextStyle.Good,
    };

    private static string Lines(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines) text.Append(line).Append('\n');
        return text.ToString();
    }
}
