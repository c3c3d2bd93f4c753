using System.Globalization;
using DirectRoute.EndToEnd.Harness;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd.Samples;

/// <summary>Sends requests as the pages of the samples tell: with curl, signed by the caller's credentials, to the host of the deployed API.</summary>
internal sealed class SampleClient(Scenario scenario)
{
    /// <summary>The answer of a route to a request.</summary>
    /// <param name="api">The DirectApi's name.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="signed">Whether the request has a signature.</param>
    public async Task<SampleAnswer> SendAsync(string api, SampleRequest request, bool signed = true)
    {
        var status = (await scenario.GetAsync($"directapi/{api}")).GetProperty("status");
        var stage = status.GetProperty("stages")[0].GetProperty("name").GetString();
        var url = Url(status.GetProperty("apiId").GetString()!, stage == "$default" ? request.Path : $"/{stage}{request.Path}");
        var folder = Directory.CreateTempSubdirectory("sample-");
        try
        {
            var (head, body) = (Path.Combine(folder.FullName, "head"), Path.Combine(folder.FullName, "body"));
            (await CurlAsync([.. Arguments(request, url, signed), "--dump-header", head, "--output", body])).EnsureSuccess();
            return Read(await File.ReadAllLinesAsync(head), File.Exists(body) ? await File.ReadAllBytesAsync(body) : []);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private Uri Url(string apiId, string path) => new($"http://{apiId}.execute-api.localhost:{scenario.Endpoint.Port}{path}");

    private Task<CommandResult> CurlAsync(IReadOnlyList<string> arguments) => scenario.RunAsync("curl", arguments);

    private IEnumerable<string> Arguments(SampleRequest request, Uri url, bool signed)
    {
        var aws = scenario.Aws;
        List<string> arguments = ["--silent", "--show-error", "--noproxy", "*", "--max-time", "60", "--resolve", $"{url.Host}:{url.Port}:{scenario.Endpoint.Host}", "--request", request.Method];
        if (signed) arguments.AddRange(["--aws-sigv4", $"aws:amz:{aws.Region}:execute-api", "--user", $"{aws.AccessKeyId}:{aws.SecretAccessKey}", "--header", $"x-amz-security-token: {aws.SessionToken}"]);
        foreach (var header in request.Headers) arguments.AddRange(["--header", header]);
        if (request.Body is not null) arguments.AddRange(["--data-binary", request.Body]);
        if (request.File is not null) arguments.AddRange(["--data-binary", $"@{request.File}"]);
        return [.. arguments, url.OriginalString];
    }

    /// <summary>Of several heads, as after 100 Continue, the last counts.</summary>
    private static SampleAnswer Read(string[] lines, byte[] body)
    {
        var head = lines.Skip(Array.FindLastIndex(lines, l => l.StartsWith("HTTP/", StringComparison.Ordinal))).TakeWhile(l => l.Length > 0).ToList();
        var headers = head.Skip(1).Select(l => l.Split(':', 2)).GroupBy(p => p[0].ToLowerInvariant(), p => p[1].Trim(), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => string.Join(", ", g), StringComparer.Ordinal);
        return new SampleAnswer(int.Parse(head[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, body);
    }
}
