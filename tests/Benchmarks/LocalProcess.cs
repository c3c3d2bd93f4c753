using System.Diagnostics;
using System.Text.Json.Nodes;

namespace DirectRoute.Benchmarks;

/// <summary><c>direct local</c> with one REST API: a MOCK, and a route to SQS and to DynamoDB.</summary>
internal sealed class LocalProcess : IAsyncDisposable
{
    private const string Manifests = """
        apiVersion: directroute.dev/v1alpha1
        kind: DirectApi
        metadata:
          name: bench
        spec:
          protocol: REST
        ---
        apiVersion: directroute.dev/v1alpha1
        kind: DirectRoute
        metadata:
          name: mock
        spec:
          apiRef: {name: bench}
          match: {method: GET, path: /mock}
          target: {mock: {}}
          responses: [{status: 200, body: {status: ok, stage: $context.stage}}]
        ---
        apiVersion: directroute.dev/v1alpha1
        kind: DirectRoute
        metadata:
          name: sqs
        spec:
          apiRef: {name: bench}
          match: {method: POST, path: /sqs}
          target:
            action: sqs:SendMessage
            resource: arn:aws:sqs:us-east-1:123456789012:bench
            parameters: {MessageBody: $request.body.message}
        ---
        apiVersion: directroute.dev/v1alpha1
        kind: DirectRoute
        metadata:
          name: item
        spec:
          apiRef: {name: bench}
          match: {method: GET, path: "/items/{id}"}
          target:
            action: dynamodb:GetItem
            resource: arn:aws:dynamodb:us-east-1:123456789012:table/bench
            parameters: {Key: {id: {S: $request.path.id}}}
        """;

    private readonly Process process;
    private readonly string folder;
    private readonly Uri stage;

    private LocalProcess(Process process, string folder, Uri stage, TimeSpan startTime) => (this.process, this.folder, this.stage, StartTime) = (process, folder, stage, startTime);

    /// <summary>From starting the process until the MOCK has answered.</summary>
    public TimeSpan StartTime { get; }

    /// <param name="endpoint">The emulator behind it; null for none.</param>
    public static async Task<LocalProcess> StartAsync(Uri? endpoint)
    {
        var folder = Directory.CreateTempSubdirectory("direct-bench").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "bench.yaml"), Manifests);
        var program = Environment.GetEnvironmentVariable("DIRECTROUTE_DIRECT") ?? throw new InvalidOperationException("DIRECTROUTE_DIRECT names no published command line; use `make bench`.");
        string[] services = endpoint is null ? [] : ["--endpoint-url", endpoint.ToString()];
        var start = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "local", "--port", "0", "-f", folder, "-o", "json", "--log", "none", .. services]) { RedirectStandardOutput = true })!;
        var stage = await StageAsync(process);
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri($"{stage}/mock"));
        answer.EnsureSuccessStatusCode();
        return new LocalProcess(process, folder, stage, Stopwatch.GetElapsedTime(start));
    }

    public Uri UrlOf(string path) => new(stage + path);

    public double ResidentMegabytes()
    {
        process.Refresh();
        return process.WorkingSet64 / (1024.0 * 1024);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The URL of the stage, which the command says when it is served.</summary>
    private static async Task<Uri> StageAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var said = JsonNode.Parse(line)!;
            if ((string?)said["event"] == "manifests" && (string?)said["apis"]?[0]?["stages"]?[0]?["url"] is { } url) return new Uri(url);
        }
        throw new InvalidOperationException("The gateway ended before it served anything.");
    }
}
