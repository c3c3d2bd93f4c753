using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Cli.Serving;

/// <summary>A command line that makes a request to a route; the sample request of a route's test says what to send.</summary>
internal static partial class CurlExample
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="stageUrl">Where the route's stage is served.</param>
    /// <param name="region">The API's; signatures name it.</param>
    /// <param name="sample">What to send; null when the route declares no test.</param>
    public static string Of(string stageUrl, string region, RouteModel route, RouteTestRequest? sample)
    {
        var method = sample?.Method is { } own and not RouteMethod.ANY ? own : route.Method == RouteMethod.ANY ? RouteMethod.GET : route.Method;
        List<string> words = ["curl"];
        if (method == RouteMethod.HEAD) words.Add("-I");
        else if (method != RouteMethod.GET) words.AddRange(["-X", method.ToString()]);
        if (route.Authorization == AuthorizationType.AWS_IAM) words.AddRange(["--aws-sigv4", $"aws:amz:{region}:execute-api", "--user", "local:local"]);
        words.Add(Quote(stageUrl + Path(route.Path, sample) + Query(sample)));
        foreach (var (name, value) in sample?.Headers ?? new Dictionary<string, string>()) words.AddRange(["-H", Quote($"{name}: {value}")]);
        if (sample?.Body is { } body) words.AddRange(["-H", Quote($"Content-Type: {sample.ContentType ?? "application/json"}"), "-d", Quote(Text(body))]);
        return string.Join(' ', words);
    }

    private static string Path(string path, RouteTestRequest? sample) => Variable().Replace(path, match =>
        Uri.EscapeDataString(sample?.Path?.GetValueOrDefault(match.Groups["name"].Value) ?? "1").Replace("%2F", match.Groups["greedy"].Success ? "/" : "%2F", StringComparison.Ordinal));

    private static string Query(RouteTestRequest? sample) => sample?.Querystring is { Count: > 0 } query
        ? "?" + string.Join('&', query.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value ?? "")}")) : "";

    /// <summary>A text is sent as it is, anything else as JSON.</summary>
    private static string Text(JsonNode body) =>
        body.GetValueKind() == JsonValueKind.String ? body.GetValue<string>() : body.ToJsonString(Readable);

    /// <summary>The word as a POSIX shell has to be told it.</summary>
    private static string Quote(string word) =>
        Plain().IsMatch(word) ? word : "'" + word.Replace("'", @"'\''", StringComparison.Ordinal) + "'";

    [GeneratedRegex(@"\{(?<name>[^{}+]+)(?<greedy>\+)?\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\A[A-Za-z0-9_./:%@=+,-]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
