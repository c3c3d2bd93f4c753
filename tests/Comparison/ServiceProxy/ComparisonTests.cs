using System.Net.Http.Headers;
using System.Text;
using Amazon.APIGateway;
using Amazon.Runtime;
using DirectRoute.Local;
using DirectRoute.Testing;

namespace DirectRoute.Comparison.ServiceProxy;

/// <summary>
/// The templates of serverless-apigateway-service-proxy and ours, in one gateway, on the same requests. What comes out is the table of <c>docs/comparison.md</c>:
/// <c>UPDATE_GOLDEN=1</c> writes what is so now; read the difference before it is committed.
/// </summary>
public sealed class ComparisonTests
{
    private static readonly string Page = Repository.PathOf("docs", "comparison.md");

    [ServiceProxyFact]
    public async Task Page_SaysWhatBothMakeOfTheSameRequests()
    {
        var rows = await CompareAsync();

        var page = await File.ReadAllTextAsync(Page);
        var current = ComparisonPage.With(page, rows);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") await File.WriteAllTextAsync(Page, current);
        else Assert.Equal(page, current);
    }

    [ServiceProxyFact]
    public async Task PlainRequests_AskTheServiceForTheSame()
    {
        var rows = await CompareAsync();

        Assert.All(rows.Where(r => r.Request.Case is "JSON" or "plain" or "found"), r => Assert.Equal(r.Theirs.Call, r.Ours.Call));
    }

    private static async Task<List<ComparedRow>> CompareAsync()
    {
        await using var service = await RecordingService.StartAsync();
        await using var gateway = await LocalGateway.StartAsync(new LocalOptions { Port = 0, Endpoint = ServiceEndpoint.At(service.Address), ChecksRoles = false }, default);
        using var client = new AmazonAPIGatewayClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonAPIGatewayConfig { ServiceURL = gateway.Address.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
        var folder = Path.Combine(AppContext.BaseDirectory, "ServiceProxy");
        var theirs = await TheirApi.CreateAsync(client, ServiceProxyPlugin.Methods(await File.ReadAllTextAsync(Path.Combine(folder, "theirs.json"))));
        var ours = OurApi.Publish(gateway, Path.Combine(folder, "ours.yaml"));
        using var http = new HttpClient { BaseAddress = gateway.Address };
        List<ComparedRow> rows = [];
        foreach (var request in ComparedRequests.All)
            rows.Add(new ComparedRow(request, await AskAsync(http, theirs, service, request), await AskAsync(http, ours, service, request)));
        return rows;
    }

    private static async Task<ComparedAnswer> AskAsync(HttpClient http, string api, RecordingService service, ComparedRequest request)
    {
        service.Answer = request.Answer;
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), $"/{api}/test{request.Path}");
        if (request.Body is { } body) message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(request.ContentType!) } };
        using var response = await http.SendAsync(message);
        return new ComparedAnswer(service.Take()?.Text, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}".TrimEnd());
    }
}
