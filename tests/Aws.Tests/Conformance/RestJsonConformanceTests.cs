using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using DirectRoute.Aws.Tests.Support;

namespace DirectRoute.Aws.Tests.Conformance;

/// <summary>Every member of every operation, on the wire and back, against the facts of the service models.</summary>
public sealed partial class RestJsonConformanceTests
{
    public static TheoryData<string, string> Operations => Each(service => service.Facts.Operations.Select(operation => operation.Name));

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Request_WithAllMembers_IsOnTheWireAsModelled(string serviceName, string name)
    {
        var (service, operation) = Find(serviceName, name);
        var sample = new Sample(service);
        await using var endpoint = await AnsweringAsync(service, operation);
        using var client = service.Client(endpoint.Url);

        await Service.CallAsync(client, name, sample.Fill(Activator.CreateInstance(service.Model($"{name}Request"))!, operation.Request));

        var request = endpoint.Request;
        Assert.Equal(SignatureV4.Of(request, Clients.SecretKey), SignatureV4.Claimed(request));
        Assert.Equal(operation.Method, request.Method);
        Assert.Equal(Path(service, operation), Uri.UnescapeDataString(request.Path));
        Assert.Equal(Path(service, operation).Count(c => c == '/') - LabelSlashes(service, operation), request.Path.Count(c => c == '/'));
        Assert.Equal(Query(service, operation), Recorded.Parameters(request.Query).Order());
        foreach (var header in operation.Request.Where(member => member.Location == "header"))
            Assert.Equal(Sample.Media(header), request.Headers[header.WireName]);
        if (!operation.Request.Any(member => member.Location == "header")) Assert.Equal("application/json", request.Headers["Accept"]);
        AssertBody(service, operation, request);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Response_WithAllMembers_IsRead(string serviceName, string name)
    {
        var (service, operation) = Find(serviceName, name);
        var sample = new Sample(service);
        await using var endpoint = await AnsweringAsync(service, operation);
        using var client = service.Client(endpoint.Url);

        var response = await Service.CallAsync(
            client, name, sample.Fill(Activator.CreateInstance(service.Model($"{name}Request"))!, operation.Request));

        var expected = sample.Fill(Activator.CreateInstance(service.Model($"{name}Response"))!, operation.Response);
        foreach (var member in operation.Response) AssertMember(member, expected, response);
        Assert.Equal("the-request", response.ResponseMetadata.RequestId);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.HttpStatusCode);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Request_WithoutALabel_IsNotSent(string serviceName, string name)
    {
        var (service, operation) = Find(serviceName, name);
        var sample = new Sample(service);
        await using var endpoint = await AnsweringAsync(service, operation);
        using var client = service.Client(endpoint.Url);

        foreach (var label in operation.Request.Where(member => member.Location == "uri"))
            foreach (var missing in label.Type == "string" ? new string?[] { null, string.Empty } : [null])
            {
                var request = sample.Fill(Activator.CreateInstance(service.Model($"{name}Request"))!, operation.Request);
                request.GetType().GetProperty(label.Name)!.SetValue(request, missing);

                var error = await Assert.ThrowsAsync<AmazonClientException>(() => Service.CallAsync(client, name, request));
                Assert.Contains(label.WireName, error.Message, StringComparison.Ordinal);
            }

        Assert.Empty(endpoint.Requests);
    }

    internal static TheoryData<string, string> Each(Func<Service, IEnumerable<string>> names)
    {
        var data = new TheoryData<string, string>();
        foreach (var service in Service.Names.Where(name => name != "IdentityManagement").Select(Service.Of))
            foreach (var name in names(service))
                data.Add(service.Name, name);
        return data;
    }

    private static (Service Service, OperationFact Operation) Find(string service, string name)
    {
        var found = Service.Of(service);
        return (found, found.Facts.Operations.Single(operation => operation.Name == name));
    }

    private static Task<RecordingEndpoint> AnsweringAsync(Service service, OperationFact operation)
    {
        var headers = operation.Response.Where(member => member.Location == "header").Select(member => (member.WireName, Sample.Media(member)));
        var body = operation.Response.Where(member => member.Location == "body").ToList();
        var payload = operation.Response.Any(member => member.Location == "payload");
        var text = payload ? System.Text.Encoding.UTF8.GetString(Sample.Bytes) : body is [] ? string.Empty : new Sample(service).Json(body).ToJsonString();
        return RecordingEndpoint.StartAsync(200, text, [("x-amzn-RequestId", "the-request"), .. headers]);
    }

    private static void AssertMember(MemberFact member, object expected, object actual)
    {
        var property = expected.GetType().GetProperty(member.Name)!;
        switch (member.Location)
        {
            case "header":
                Assert.Equal(Sample.Media(member), property.GetValue(actual));
                break;
            case "payload":
                Assert.Equal(Sample.Bytes, ((MemoryStream)property.GetValue(actual)!).ToArray());
                break;
            default:
                Assert.Equivalent(property.GetValue(expected), property.GetValue(actual), strict: true);
                break;
        }
    }

    private static void AssertBody(Service service, OperationFact operation, Recorded request)
    {
        var body = operation.Request.Where(member => member.Location == "body").ToList();
        if (operation.Request.Any(member => member.Location == "payload"))
            Assert.Equal(Sample.Bytes, request.Body);
        else if (body is [])
            Assert.Empty(request.Body);
        else
            Assert.True(JsonNode.DeepEquals(new Sample(service).Json(body), JsonNode.Parse(request.Body)), request.Text);
    }

    private static string Path(Service service, OperationFact operation) =>
        Label().Replace(operation.Path.Split('?')[0], match => LabelValue(service, operation, match.Groups[1].Value));

    private static string LabelValue(Service service, OperationFact operation, string label)
    {
        var member = operation.Request.Single(member => member.Location == "uri" && member.WireName == label);
        return Sample.Text(member.Type, member.Name, service);
    }

    // A slash inside a label is escaped, so that it cannot name another resource.
    private static int LabelSlashes(Service service, OperationFact operation) =>
        Label().Matches(operation.Path).Sum(match => LabelValue(service, operation, match.Groups[1].Value).Count(c => c == '/'));

    private static IEnumerable<(string, string)> Query(Service service, OperationFact operation)
    {
        var sample = new Sample(service);
        var parameters = operation.Path.Split('?') is [_, var constant] ? Recorded.Parameters(constant).ToList() : [];
        foreach (var member in operation.Request.Where(member => member.Location == "querystring"))
            switch (sample.Json([member with { WireName = "x" }])["x"])
            {
                case JsonArray list:
                    parameters.AddRange(list.Select(item => (member.WireName, (string)item!)));
                    break;
                case JsonObject map:
                    parameters.AddRange(map.Select(entry => ("extensions", (string)entry.Value!)));
                    break;
                default:
                    parameters.Add((member.WireName, Sample.Text(member.Type, member.Name, service)));
                    break;
            }
        return parameters.Order();
    }

    [GeneratedRegex("\\{([^}]+)\\}")]
    private static partial Regex Label();
}
