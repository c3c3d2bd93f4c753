using System.Globalization;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.OpenApi.Reading;

/// <summary>Reads an integration.</summary>
internal sealed class IntegrationReader(ReadingContext context)
{
    private const int RestTimeout = 29_000;
    private const int HttpTimeout = 30_000;

    private static readonly string[] Common =
    [
        "type", "httpMethod", "uri", "credentials", "connectionType", "connectionId", "tlsConfig", "requestParameters", "timeoutInMillis", "payloadFormatVersion",
    ];

    private static readonly string[] Rest =
        [.. Common, "requestTemplates", "passthroughBehavior", "contentHandling", "cacheKeyParameters", "cacheNamespace", "responses"];

    private static readonly string[] Http = [.. Common, "integrationSubtype", "responseParameters"];

    public IntegrationModel Read(Node node)
    {
        WarnOfUnknown(node);
        var type = TypeOf(node);
        var common = new IntegrationModel
        {
            Type = type,
            Uri = node["uri"]?.Text(),
            // A mock calls nothing, so AWS drops the method.
            HttpMethod = type == IntegrationType.MOCK ? null : node["httpMethod"]?.Text(),
            Credentials = node["credentials"]?.Text(),
            ConnectionType = node["connectionType"]?.Name<ConnectionType>(),
            ConnectionId = node["connectionId"]?.Text(),
            Tls = node["tlsConfig"] is { } tls ? Tls(tls) : null,
            RequestParameters = node["requestParameters"]?.Texts() ?? default,
            TimeoutInMillis = node["timeoutInMillis"]?.Integer() ?? (context.IsRest ? RestTimeout : HttpTimeout),
        };
        return context.IsRest ? WithRest(common, node) : WithHttp(common, node);
    }

    private void WarnOfUnknown(Node node)
    {
        var known = context.IsRest ? Rest : Http;
        foreach (var (name, member) in node.Members())
        {
            if (!known.Contains(name)) member.Warn($"\"{Node.Shorten(name)}\" is not taken up for an integration of {context.ApiName}.");
        }
    }

    private static IntegrationType TypeOf(Node node)
    {
        if (node["type"] is { } type) return type.Name<IntegrationType>() ?? IntegrationType.MOCK;
        node.Error("An integration must have a type: aws, aws_proxy, http, http_proxy or mock.");
        return IntegrationType.MOCK;
    }

    private static TlsModel Tls(Node tls) => new(tls["insecureSkipVerification"]?.Flag() ?? false, tls["serverNameToVerify"]?.Text());

    private static IntegrationModel WithRest(IntegrationModel integration, Node node) => integration with
    {
        RequestTemplates = node["requestTemplates"]?.Texts() ?? default,
        PassthroughBehavior = node["passthroughBehavior"]?.Name<PassthroughBehavior>(),
        ContentHandling = node["contentHandling"]?.Name<ContentHandling>(),
        CacheKeyParameters = node["cacheKeyParameters"]?.SortedList() ?? [],
        CacheNamespace = node["cacheNamespace"]?.Text(),
        Responses = node["responses"] is { } responses ? Responses(responses) : [],
    };

    private static IntegrationModel WithHttp(IntegrationModel integration, Node node) => integration with
    {
        Subtype = node["integrationSubtype"]?.Text(),
        PayloadFormatVersion = node["payloadFormatVersion"] is { } version ? Version(version) : null,
        ResponseParameters = (node["responseParameters"]?.Members() ?? []).Select(r => KeyValuePair.Create(r.Name, r.Node.Texts())).ToValueMap(),
    };

    /// <summary>Unquoted in YAML, 1.0 is a number, and the zero may be lost.</summary>
    public static string? Version(Node version) => version.Text() is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? string.Create(CultureInfo.InvariantCulture, $"{number}.0")
        : version.Text();

    private static ValueList<IntegrationResponseModel> Responses(Node responses)
    {
        var byStatus = new SortedDictionary<string, IntegrationResponseModel>(StringComparer.Ordinal);
        foreach (var (key, node) in responses.Members())
        {
            var pattern = key == Names.Default ? null : key;
            if (StatusOf(node, pattern) is not { } status) node.Error("A response of an integration must have a statusCode.");
            else if (!byStatus.TryAdd(status, Response(node, pattern, status)))
                node.Error($"Two responses give the status {Node.Shorten(status)}; API Gateway holds one of each: join their patterns by a bar, a|b.");
        }
        return byStatus.Values.ToValueList();
    }

    private static string? StatusOf(Node response, string? pattern) => response["statusCode"] is { } status ? status.Text() : pattern is null ? "200" : null;

    private static IntegrationResponseModel Response(Node node, string? pattern, string status) => new()
    {
        StatusCode = status,
        SelectionPattern = pattern,
        ResponseParameters = node["responseParameters"]?.Texts() ?? default,
        ResponseTemplates = node["responseTemplates"]?.Texts() ?? default,
        ContentHandling = node["contentHandling"]?.Name<ContentHandling>(),
    };
}
