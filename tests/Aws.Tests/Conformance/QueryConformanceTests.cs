using System.Text.Json.Nodes;
using System.Xml.Linq;
using DirectRoute.Aws.Tests.Support;

namespace DirectRoute.Aws.Tests.Conformance;

/// <summary>Every member of every IAM operation, on the wire and back, against the facts of the service model.</summary>
public sealed class QueryConformanceTests
{
    private static readonly XNamespace Namespace = "https://iam.amazonaws.com/doc/2010-05-08/";

    private static readonly Service Iam = Service.Of("IdentityManagement");

    public static TheoryData<string> Operations => [.. Iam.Facts.Operations.Select(operation => operation.Name)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Request_WithAllMembers_IsOnTheWireAsModelled(string name)
    {
        var operation = Find(name);
        var sample = new Sample(Iam);
        await using var endpoint = await AnsweringAsync(operation);
        using var client = Iam.Client(endpoint.Url);

        await Service.CallAsync(client, name, sample.Fill(Activator.CreateInstance(Iam.Model($"{name}Request"))!, operation.Request));

        var request = endpoint.Request;
        Assert.Equal(SignatureV4.Of(request, Clients.SecretKey), SignatureV4.Claimed(request));
        Assert.Equal(("POST", "/", ""), (request.Method, request.Path, request.Query));
        Assert.StartsWith("application/x-www-form-urlencoded", request.Headers["Content-Type"], StringComparison.Ordinal);
        var form = new List<(string, string)> { ("Action", name), ("Version", "2010-05-08") };
        Flatten(string.Empty, sample.Json(operation.Request), form);
        Assert.Equal(form.Order(), Recorded.Parameters(request.Text).Order());
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Response_WithAllMembers_IsRead(string name)
    {
        var operation = Find(name);
        var sample = new Sample(Iam);
        await using var endpoint = await AnsweringAsync(operation);
        using var client = Iam.Client(endpoint.Url);

        var response = await Service.CallAsync(client, name, Activator.CreateInstance(Iam.Model($"{name}Request"))!);

        var expected = sample.Fill(Activator.CreateInstance(Iam.Model($"{name}Response"))!, operation.Response);
        foreach (var property in operation.Response.Select(member => expected.GetType().GetProperty(member.Name)!))
            Assert.Equivalent(property.GetValue(expected), property.GetValue(response), strict: true);
        Assert.Equal("the-request", response.ResponseMetadata.RequestId);
    }

    private static OperationFact Find(string name) => Iam.Facts.Operations.Single(operation => operation.Name == name);

    private static Task<RecordingEndpoint> AnsweringAsync(OperationFact operation)
    {
        var root = new XElement(Namespace + $"{operation.Name}Response");
        if (operation.Response.Count > 0)
            root.Add(new XElement(Namespace + $"{operation.Name}Result", Xml(new Sample(Iam).Json(operation.Response))));
        root.Add(new XElement(Namespace + "ResponseMetadata", new XElement(Namespace + "RequestId", "the-request")));
        return RecordingEndpoint.StartAsync(200, root.ToString(), ("Content-Type", "text/xml"));
    }

    private static IEnumerable<XElement> Xml(JsonObject json) => json.Select(member => new XElement(Namespace + member.Key, Content(member.Value!)));

    private static object Content(JsonNode node) => node switch
    {
        JsonObject json => Xml(json),
        JsonArray list => list.Select(item => new XElement(Namespace + "member", Content(item!))),
        _ => node.ToString(),
    };

    private static void Flatten(string name, JsonNode node, List<(string, string)> form)
    {
        switch (node)
        {
            case JsonObject json:
                foreach (var (key, value) in json) Flatten(name.Length == 0 ? key : $"{name}.{key}", value!, form);
                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++) Flatten($"{name}.member.{i + 1}", list[i]!, form);
                break;
            default:
                form.Add((name, node.ToString()));
                break;
        }
    }
}
