using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Local.ControlPlane.Rest.Documents;
using DirectRoute.Local.DataPlane;
using DirectRoute.Local.DataPlane.Rest;
using DirectRoute.Local.DataPlane.Stages;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.TestInvocations;

/// <summary>TestInvokeMethod: tries a method of the API as it is now, deployed or not.</summary>
internal static class TestInvokeOperations
{
    /// <summary>What stands in <c>$context.stage</c> and in addresses of the method, by the reference.</summary>
    private const string Stage = "test-invoke-stage";

    public static Answer InvokeMethod(OperationCall call) => (
        from request in call.Read(TestInvocationJson.Default.TestInvokeMethod)
        from found in call.Method()
        from served in found.Unless(Refusal(found.Method))
        select New(call, call.Region.RestApis[call.Path["restapi_id"]], served, request)).Answer(invocation => new LaterAnswer(invocation.RunAsync));

    /// <summary>What deployed stages do not serve is not tried either; functions need an event that the data plane alone writes.</summary>
    private static Answer? Refusal(RestMethod method)
    {
        if (method.HttpMethod == "ANY") return Answer.BadRequest("The local gateway tries methods that requests can have, and ANY is none");
        if (method.MethodIntegration?.Type == "AWS_PROXY") return Answer.BadRequest("The local gateway does not try methods with an integration of type AWS_PROXY");
        return Unserved.Fault(method) is { } fault ? Answer.BadRequest($"The method cannot be tried: {fault.Detail}") : null;
    }

    private static TestInvocation New(OperationCall call, RestApiState api, FoundMethod found, TestInvokeMethod request)
    {
        var route = PreparedRoute.Of(ModelOfContent.WithoutRoutes(api.Api, api.Content, call.Region.Region), RouteOfMethod.Of(found, api.Content));
        var ids = RequestIds.New(clientTrace: null, call.Now);
        return new(route, Request(call, found, request, ids), ids, new(api.Api.Id!, SourceArn(call, found), ids.TraceId));
    }

    /// <summary>Recorded on AWS: a path of another resource is taken all the same, and gives no variables.</summary>
    private static GatewayRequest Request(OperationCall call, FoundMethod found, TestInvokeMethod request, RequestIds ids)
    {
        var parts = (request.PathWithQueryString is { Length: > 0 } given ? given : found.Resource.Path!).Split('?', 2);
        var path = parts[0].StartsWith('/') ? parts[0] : "/" + parts[0];
        return new()
        {
            Method = found.Method.HttpMethod!,
            Path = path,
            PathParameters = PathParameters(found.Resource, path),
            QueryString = parts.Length > 1 ? parts[1] : "",
            Query = RequestReader.Query(parts.Length > 1 ? parts[1] : ""),
            Headers = Headers(request),
            Body = Encoding.UTF8.GetBytes(request.Body ?? ""),
            StageVariables = (request.StageVariables ?? RestMaps<string>.Empty).ToValueMap(),
            Context = Context(call, found, path, ids),
        };
    }

    private static ValueMap<string> PathParameters(RestResource resource, string path)
    {
        var table = new RouteTable([new ServedResource(resource.Id!, resource.Path!, FrozenDictionary<string, ServedRoute>.Empty)]);
        return table.Find(path)?.PathParameters ?? default;
    }

    private static NamedValues Headers(TestInvokeMethod request)
    {
        var many = request.MultiValueHeaders ?? RestMaps<IReadOnlyList<string>>.Empty;
        var single = (request.Headers ?? RestMaps<string>.Empty).Where(h => !many.ContainsKey(h.Key)).Select(h => new NameValue(h.Key, h.Value));
        return NamedValues.Headers(single.Concat(many.SelectMany(h => h.Value.Select(v => new NameValue(h.Key, v)))));
    }

    private static JsonObject Context(OperationCall call, FoundMethod found, string path, RequestIds ids) => new()
    {
        ["accountId"] = call.Region.AccountId,
        ["apiId"] = call.Path["restapi_id"],
        ["domainName"] = "testPrefix.testDomainName",
        ["domainPrefix"] = "testPrefix",
        ["extendedRequestId"] = ids.ExtendedRequestId,
        ["httpMethod"] = found.Method.HttpMethod,
        ["path"] = path,
        ["protocol"] = "HTTP/1.1",
        ["requestId"] = ids.RequestId,
        ["requestTime"] = call.Now.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture),
        ["requestTimeEpoch"] = call.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        ["resourceId"] = found.Resource.Id,
        ["resourcePath"] = found.Resource.Path,
        ["stage"] = Stage,
        ["identity"] = new JsonObject { ["sourceIp"] = "test-invoke-source-ip", ["userAgent"] = "test-invoke-user-agent", ["apiKey"] = "test-invoke-api-key", ["apiKeyId"] = "test-invoke-api-key-id" },
    };

    private static string SourceArn(OperationCall call, FoundMethod found) =>
        $"arn:{Partitions.OfRegion(call.Region.Region)}:execute-api:{call.Region.Region}:{call.Region.AccountId}:{call.Path["restapi_id"]}/{Stage}/{found.Method.HttpMethod}{found.Resource.Path}";
}
