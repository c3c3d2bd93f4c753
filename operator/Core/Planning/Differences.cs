using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>Collects the fields in which two normal forms differ, in a fixed order, with values short enough to print.</summary>
internal sealed partial class Differences
{
    private const int Longest = 160;
    private readonly List<FieldChange> changes = [];

    public ValueList<FieldChange> ToValueList() => changes.ToValueList();

    /// <summary>Adds a field when it differs.</summary>
    public Differences Field<T>(string field, T? before, T? after)
    {
        if (!EqualityComparer<T>.Default.Equals(before, after)) changes.Add(new(field, Text(before), Text(after)));
        return this;
    }

    /// <summary>Adds a list when it differs; an empty one is none.</summary>
    public Differences List<T>(string field, ValueList<T> before, ValueList<T> after)
    {
        if (before != after) changes.Add(new(field, Text(before), Text(after)));
        return this;

        static string? Text(ValueList<T> list) => list.Count == 0 ? null : Differences.Text(list);
    }

    /// <summary>Adds the entries that differ, as <c>field[key]</c>.</summary>
    public Differences Map<T>(string field, ValueMap<T> before, ValueMap<T> after) => Map(field, before, after, Text);

    /// <summary>Adds the templates that differ; of their bodies only length and digest.</summary>
    public Differences Templates(string field, ValueMap<string> before, ValueMap<string> after)
    {
        var first = changes.Count;
        Map(field, before, after, Digest);
        for (var i = first; i < changes.Count; i++)
        {
            var key = changes[i].Field[(field.Length + 1)..^1];
            changes[i] = changes[i] with { Body = new(Body(before, key), Body(after, key)) };
        }
        return this;

        static string? Body(ValueMap<string> bodies, string key) => bodies.TryGetValue(key, out var body) ? body : null;
    }

    /// <summary>Adds what differs between two routes of one key.</summary>
    public Differences Route(RouteModel before, RouteModel after)
    {
        Field("authorization", before.Authorization, after.Authorization)
            .Field("authorizer", before.Authorizer, after.Authorizer)
            .List("authorizationScopes", before.AuthorizationScopes, after.AuthorizationScopes)
            .Field("apiKeyRequired", before.ApiKeyRequired, after.ApiKeyRequired)
            .Field("operationName", before.OperationName, after.OperationName)
            .Field("requestValidator", before.RequestValidator, after.RequestValidator)
            .Map("requestModels", before.RequestModels, after.RequestModels)
            .Map("requestParameters", before.RequestParameters, after.RequestParameters);
        Integration(before.Integration, after.Integration);
        foreach (var (status, one, other) in Pair(before.Integration.Responses, after.Integration.Responses, r => r.StatusCode))
        {
            IntegrationResponse($"integration.responses[{status}]", one, other);
        }
        foreach (var (status, one, other) in Pair(before.Responses, after.Responses, r => r.StatusCode))
        {
            MethodResponse($"responses[{status}]", one, other);
        }
        return this;
    }

    private void Integration(IntegrationModel before, IntegrationModel after)
    {
        if (before == ObservedApi.NoIntegration)
        {
            Field("integration", null, after.Subtype ?? after.Uri ?? after.Type.ToString());
            return;
        }
        Field("integration.type", before.Type, after.Type)
            .Field("integration.subtype", before.Subtype, after.Subtype)
            .Field("integration.uri", before.Uri, after.Uri)
            .Field("integration.httpMethod", before.HttpMethod, after.HttpMethod)
            .Field("integration.credentials", before.Credentials, after.Credentials)
            .Map("integration.requestParameters", before.RequestParameters, after.RequestParameters)
            .Templates("integration.requestTemplates", before.RequestTemplates, after.RequestTemplates)
            .Field("integration.passthroughBehavior", before.PassthroughBehavior, after.PassthroughBehavior)
            .Field("integration.contentHandling", before.ContentHandling, after.ContentHandling)
            .Field("integration.connectionType", before.ConnectionType, after.ConnectionType)
            .Field("integration.connectionId", before.ConnectionId, after.ConnectionId)
            .Field("integration.tls.insecureSkipVerification", before.Tls?.InsecureSkipVerification, after.Tls?.InsecureSkipVerification)
            .Field("integration.tls.serverNameToVerify", before.Tls?.ServerNameToVerify, after.Tls?.ServerNameToVerify)
            .List("integration.cacheKeyParameters", before.CacheKeyParameters, after.CacheKeyParameters)
            .Field("integration.cacheNamespace", before.CacheNamespace, after.CacheNamespace)
            .Field("integration.payloadFormatVersion", before.PayloadFormatVersion, after.PayloadFormatVersion)
            .Field("integration.timeoutInMillis", before.TimeoutInMillis, after.TimeoutInMillis);
        foreach (var status in before.ResponseParameters.Keys.Union(after.ResponseParameters.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Map($"integration.responseParameters[{status}]", Of(before, status), Of(after, status));
        }

        static ValueMap<string> Of(IntegrationModel integration, string status) => integration.ResponseParameters.TryGetValue(status, out var map) ? map : default;
    }

    private void MethodResponse(string field, MethodResponseModel? before, MethodResponseModel? after)
    {
        if (before is null || after is null)
        {
            Field(field, Presence(before), Presence(after));
            return;
        }
        Map($"{field}.parameters", before.ResponseParameters, after.ResponseParameters)
            .Map($"{field}.models", before.ResponseModels, after.ResponseModels);
    }

    private void IntegrationResponse(string field, IntegrationResponseModel? before, IntegrationResponseModel? after)
    {
        if (before is null || after is null)
        {
            Field(field, Presence(before), Presence(after));
            return;
        }
        Field($"{field}.selectionPattern", before.SelectionPattern, after.SelectionPattern)
            .Map($"{field}.parameters", before.ResponseParameters, after.ResponseParameters)
            .Templates($"{field}.templates", before.ResponseTemplates, after.ResponseTemplates)
            .Field($"{field}.contentHandling", before.ContentHandling, after.ContentHandling);
    }

    private Differences Map<T>(string field, ValueMap<T> before, ValueMap<T> after, Func<T, string?> text)
    {
        foreach (var key in before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var was = before.TryGetValue(key, out var one);
            var willBe = after.TryGetValue(key, out var other);
            if (was && willBe && EqualityComparer<T>.Default.Equals(one, other)) continue;
            changes.Add(new($"{field}[{key}]", was ? text(one!) : null, willBe ? text(other!) : null));
        }
        return this;
    }

    private static IEnumerable<(string Key, T? Before, T? After)> Pair<T>(ValueList<T> before, ValueList<T> after, Func<T, string> key) where T : class =>
        before.Concat(after).Select(key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(k => (k, before.FirstOrDefault(r => key(r) == k), after.FirstOrDefault(r => key(r) == k)));

    private static string? Presence(object? part) => part is null ? null : "present";

    private static string? Text<T>(T? value)
    {
        var text = value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture);
        // By the digest, values that differ only beyond the cut do not read the same.
        return text is { Length: > Longest } ? $"{text[..Longest]}... ({Digest(text)})" : text;
    }

    private static string Digest(string body) =>
        $"{body.Length} characters, sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))[..8]}";
}
