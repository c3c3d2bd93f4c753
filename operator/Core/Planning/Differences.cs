using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>Collects the fields in which two normal forms differ, in a fixed order, with values short enough to print.</summary>
internal sealed class Differences
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

    /// <summary>Adds the entries that differ, as <c>field[key]</c>.</summary>
    public Differences Map<T>(string field, ValueMap<T> before, ValueMap<T> after) => Map(field, before, after, Text);

    /// <summary>Adds the templates that differ; of their bodies only length and digest.</summary>
    public Differences Templates(string field, ValueMap<string> before, ValueMap<string> after) => Map(field, before, after, Digest);

    /// <summary>Adds what differs between two routes of one key.</summary>
    public Differences Route(RouteModel before, RouteModel after)
    {
        Field("authorization", before.Authorization, after.Authorization);
        Map("requestParameters", before.RequestParameters, after.RequestParameters);
        Integration(before.Integration, after.Integration);
        foreach (var (status, one, other) in Pair(before.Integration.Responses, after.Integration.Responses, r => r.StatusCode))
        {
            IntegrationResponse($"integration.responses[{status}]", one, other);
        }
        foreach (var (status, one, other) in Pair(before.Responses, after.Responses, r => r.StatusCode))
        {
            var field = $"responses[{status}]";
            if (one is null || other is null) Field(field, Presence(one), Presence(other));
            else Map($"{field}.parameters", one.ResponseParameters, other.ResponseParameters);
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
            .Field("integration.payloadFormatVersion", before.PayloadFormatVersion, after.PayloadFormatVersion)
            .Field("integration.timeoutInMillis", before.TimeoutInMillis, after.TimeoutInMillis);
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
            .Templates($"{field}.templates", before.ResponseTemplates, after.ResponseTemplates);
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
        return text is { Length: > Longest } ? string.Concat(text.AsSpan(0, Longest), "...") : text;
    }

    private static string Digest(string body) =>
        $"{body.Length} characters, sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))[..8]}";
}
