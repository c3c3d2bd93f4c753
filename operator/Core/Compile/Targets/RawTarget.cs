using System.Text.RegularExpressions;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile.Raw;
using DirectRoute.Core.Compile.Responses;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>An integration by hand.</summary>
internal sealed partial record RawTarget(RawIntegration Raw, ValueList<Permission> Needed) : Target
{
    private const string Field = "spec.target.raw";

    /// <summary>What API Gateway takes for "as the caller".</summary>
    private const string Caller = "arn:aws:iam::*:user/*";

    /// <inheritdoc />
    public override ValueList<Permission> Permissions => Needed;

    /// <inheritdoc />
    public override bool AssumesRole => Raw.Type is RawType.AWS or RawType.AWS_PROXY && (Raw.Credentials ?? RawCredentials.Role) == RawCredentials.Role;

    /// <summary>The target, or null with the reasons in <paramref name="diagnostics"/>.</summary>
    public static RawTarget Of(RawIntegration raw, DiagnosticBag diagnostics)
    {
        var permissions = new List<Permission>();
        for (var i = 0; i < (raw.Permissions?.Count ?? 0); i++)
        {
            var (permission, field) = (raw.Permissions![i], $"{Field}.permissions[{i}]");
            if (permission?.Action is null || !Action().IsMatch(permission.Action))
                diagnostics.Error(Reasons.InvalidValue, $"{field}.action", $"\"{permission?.Action}\" is not an action in IAM's notation, such as sqs:SendMessage.");
            else if (permission.Resource is null || !(permission.Resource == "*" || (Arn.TryParse(permission.Resource, out _, out _) && ManifestRules.IsLatin(permission.Resource))))
                diagnostics.Error(Reasons.InvalidValue, $"{field}.resource", $"\"{permission.Resource}\" is not an ARN: give one, perhaps with stars.");
            else permissions.Add(new Permission(permission.Action, permission.Resource));
        }
        return new RawTarget(raw, permissions.ToValueList());
    }

    /// <inheritdoc />
    public override IntegrationModel? Integrate(RouteScope route, DiagnosticBag diagnostics)
    {
        if (!Enum.IsDefined(Raw.Type))
        {
            diagnostics.Error(Reasons.InvalidValue, $"{Field}.type", $"The type is one of {string.Join(", ", Enum.GetNames<RawType>())}.");
            return null;
        }
        RawLint.Check(Raw, route, diagnostics);
        if (AssumesRole && Needed.Count == 0)
            diagnostics.Warn(Reasons.MissingParameter, $"{Field}.permissions", "The role is allowed nothing for this call: say what it needs, as action and resource, or credentials: None.");
        return route.Api.Protocol == ApiProtocol.HTTP ? Http(route) : Rest(route, diagnostics);
    }

    private IntegrationModel Common(RouteScope route) => new()
    {
        Type = Enum.Parse<IntegrationType>(Raw.Type.ToString()),
        Uri = Raw.Uri,
        HttpMethod = Raw.HttpMethod?.ToString(),
        Credentials = Raw.Credentials == RawCredentials.Caller ? Caller : null,
        RequestParameters = MapOf(Raw.RequestParameters),
        ConnectionType = Raw.ConnectionId is null ? null : ConnectionType.VPC_LINK,
        ConnectionId = Raw.ConnectionId,
        Tls = Raw.Tls is { } tls && (tls.InsecureSkipVerification == true || tls.ServerNameToVerify is not null) ? new TlsModel(tls.InsecureSkipVerification ?? false, tls.ServerNameToVerify) : null,
        TimeoutInMillis = route.Timeout,
    };

    private IntegrationModel Http(RouteScope route) => Common(route) with
    {
        Subtype = Raw.Subtype,
        PayloadFormatVersion = Raw.PayloadFormatVersion ?? (Raw.Type == RawType.AWS_PROXY && Raw.Subtype is null ? "2.0" : "1.0"),
        ResponseParameters = (Raw.ResponseParameters ?? new Dictionary<string, IReadOnlyDictionary<string, string>>()).Select(r => KeyValuePair.Create(r.Key, MapOf(r.Value))).ToValueMap(),
    };

    private IntegrationModel Rest(RouteScope route, DiagnosticBag diagnostics)
    {
        var isProxy = Raw.Type is RawType.AWS_PROXY or RawType.HTTP_PROXY;
        return Common(route) with
        {
            RequestTemplates = MapOf(Raw.RequestTemplates),
            PassthroughBehavior = Enum.Parse<PassthroughBehavior>((Raw.PassthroughBehavior ?? (isProxy ? RawPassthrough.WHEN_NO_MATCH : RawPassthrough.NEVER)).ToString()),
            ContentHandling = Handling(Raw.ContentHandling),
            CacheKeyParameters = (Raw.CacheKeyParameters ?? []).Where(k => k is not null).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList(),
            CacheNamespace = Raw.CacheNamespace,
            Responses = isProxy ? [] : Raw.Responses is null ? Defaults(route, diagnostics)
                : Raw.Responses.Where(r => r is not null).Select(Response).OrderBy(r => r.StatusCode, StringComparer.Ordinal).ToValueList(),
        };
    }

    /// <summary>Without responses of its own a raw integration has the route's, like any other.</summary>
    private ValueList<IntegrationResponseModel> Defaults(RouteScope route, DiagnosticBag diagnostics) => Raw.Type == RawType.MOCK
        ? RouteResponses.OfMock(route, 200, diagnostics)
        : RouteResponses.Rest(route, [], Raw.Type == RawType.AWS ? ErrorStyle.Json : ErrorStyle.None, diagnostics);

    private static IntegrationResponseModel Response(RawResponse response) => new()
    {
        StatusCode = response.StatusCode ?? "",
        SelectionPattern = response.SelectionPattern,
        ResponseParameters = MapOf(response.ResponseParameters),
        ResponseTemplates = MapOf(response.ResponseTemplates),
        ContentHandling = Handling(response.ContentHandling),
    };

    private static ContentHandling? Handling(RawContentHandling? handling) => handling is null ? null : Enum.Parse<ContentHandling>(handling.Value.ToString());

    private static ValueMap<string> MapOf(IReadOnlyDictionary<string, string>? map) =>
        (map ?? new Dictionary<string, string>()).Select(m => KeyValuePair.Create(m.Key, m.Value ?? "")).ToValueMap();

    [GeneratedRegex(@"\A[a-z0-9-]+:[A-Za-z0-9*]+\z")]
    private static partial Regex Action();
}
