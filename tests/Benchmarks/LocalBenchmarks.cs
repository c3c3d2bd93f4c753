using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using DirectRoute.Testing;

namespace DirectRoute.Benchmarks;

/// <summary><c>direct local</c> as a process of its own, with the load beside it on the same cores.</summary>
internal static class LocalBenchmarks
{
    private const int Rounds = 5;
    private const int Connections = 32;
    private const int Calls = 400;
    private const string Json = "application/x-amz-json-1.0";
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    public static IEnumerable<Benchmark> All =>
    [
        new(["local.start.ms", "local.mock.rps", "local.mock.p50.ms", "local.mock.p99.ms", "local.rss.mb"], MockAsync),
        new(["local.sqs.added-p50.ms", "local.dynamodb.added-p50.ms"], AddedAsync),
    ];

    private static async IAsyncEnumerable<Figure> MockAsync()
    {
        List<double> starts = [];
        for (var i = 0; i < Rounds; i++)
        {
            await using var started = await LocalProcess.StartAsync(null);
            starts.Add(started.StartTime.TotalMilliseconds);
        }
        yield return new Figure("local.start.ms", Median(starts), "ms");

        await using var local = await LocalProcess.StartAsync(null);
        var load = await LoadGenerator.RunAsync(local.UrlOf("/mock"), Connections, WarmUp, Duration);
        yield return new Figure("local.mock.rps", load.RequestsPerSecond, "requests/s");
        yield return new Figure("local.rss.mb", local.ResidentMegabytes(), "MB");
        // Latency is measured below saturation: under full load it is the load generator's queue.
        var single = await LoadGenerator.RunAsync(local.UrlOf("/mock"), 1, WarmUp, Duration);
        yield return new Figure("local.mock.p50.ms", single.Quantile(0.50), "ms");
        yield return new Figure("local.mock.p99.ms", single.Quantile(0.99), "ms");
    }

    /// <summary>What the gateway adds to a call of a service: each call is made directly and through it, by turns.</summary>
    private static async IAsyncEnumerable<Figure> AddedAsync()
    {
        await using var environment = await TestEnvironment.PrivateAsync();
        var moto = environment.AwsEndpointUrl;
        using var http = new HttpClient();
        await DirectAsync(http, moto, "sqs", "AmazonSQS.CreateQueue", """{"QueueName": "bench"}""");
        await DirectAsync(http, moto, "dynamodb", "DynamoDB_20120810.CreateTable", """
            {"TableName": "bench", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]}
            """);
        await DirectAsync(http, moto, "dynamodb", "DynamoDB_20120810.PutItem", """{"TableName": "bench", "Item": {"id": {"S": "1"}}}""");
        await using var local = await LocalProcess.StartAsync(moto);
        var queue = $"{{\"QueueUrl\": \"{new Uri(moto, "/123456789012/bench")}\", \"MessageBody\": \"hello\"}}";
        yield return new Figure("local.sqs.added-p50.ms", await AddedAsync(
            () => DirectAsync(http, moto, "sqs", "AmazonSQS.SendMessage", queue),
            () => PostAsync(http, local.UrlOf("/sqs"))), "ms");
        yield return new Figure("local.dynamodb.added-p50.ms", await AddedAsync(
            () => DirectAsync(http, moto, "dynamodb", "DynamoDB_20120810.GetItem", """{"TableName": "bench", "Key": {"id": {"S": "1"}}}"""),
            () => GetAsync(http, local.UrlOf("/items/1"))), "ms");
    }

    private static async Task<double> AddedAsync(Func<Task> direct, Func<Task> through)
    {
        for (var i = 0; i < Calls / 4; i++) (_, _) = (await TimeAsync(direct), await TimeAsync(through));
        List<double> directly = [], together = [];
        for (var i = 0; i < Calls; i++)
        {
            directly.Add(await TimeAsync(direct));
            together.Add(await TimeAsync(through));
        }
        return Median(together) - Median(directly);
    }

    private static async Task<double> TimeAsync(Func<Task> call)
    {
        var start = Stopwatch.GetTimestamp();
        await call();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>The emulator looks at who signed, and at nothing else of a signature.</summary>
    private static async Task DirectAsync(HttpClient http, Uri endpoint, string service, string target, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new StringContent(body, Encoding.UTF8, Json) };
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        request.Headers.Authorization = new AuthenticationHeaderValue("AWS4-HMAC-SHA256", $"Credential=local/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
        await SendAsync(http, request);
    }

    private static async Task PostAsync(HttpClient http, Uri url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent("""{"message": "hello"}""", Encoding.UTF8, "application/json") };
        await SendAsync(http, request);
    }

    private static async Task GetAsync(HttpClient http, Uri url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        await SendAsync(http, request);
    }

    private static async Task SendAsync(HttpClient http, HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{request.RequestUri}: {(int)response.StatusCode} {body}"));
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
