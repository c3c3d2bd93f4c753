using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.OpenApi.Reading;

/// <summary>Who may call a route.</summary>
internal sealed record RouteAccess
{
    public AuthorizationType Authorization { get; init; }
    public string? Authorizer { get; init; }
    public ValueList<string> Scopes { get; init; }
    public bool ApiKeyRequired { get; init; }
}

/// <summary>
/// Reads who may call. A demand that API Gateway would not check is an error and never left out, because leaving it out would open the route.
/// An operation without <c>security</c> has the document's, as was recorded on AWS.
/// </summary>
internal sealed class SecurityReader
{
    private readonly ReadingContext context;
    private readonly Dictionary<string, Scheme> schemes;

    public SecurityReader(ReadingContext context)
    {
        this.context = context;
        var nodes = context.IsSwagger ? context.Root["securityDefinitions"] : context.Root["components"]?["securitySchemes"];
        var reader = new AuthorizerReader(context);
        schemes = (nodes?.Members() ?? []).DistinctBy(s => s.Name).ToDictionary(s => s.Name, s => SchemeOf(s.Name, s.Node, reader), StringComparer.Ordinal);
    }

    /// <summary>All authorizers, those that no route asks included, in ordinal order of name.</summary>
    public ValueList<AuthorizerModel> Authorizers =>
        schemes.Values.Select(s => s.Authorizer).OfType<AuthorizerModel>().OrderBy(a => a.Name, StringComparer.Ordinal).ToValueList();

    public RouteAccess Read(Node operation)
    {
        var access = new RouteAccess();
        foreach (var (name, node) in ((operation["security"] ?? context.Root["security"])?.Items() ?? []).SelectMany(d => d.Members()))
        {
            access = With(access, name, node);
        }
        return operation[Names.Auth] is { } auth ? With(access, auth) : access;
    }

    private RouteAccess With(RouteAccess access, string name, Node node)
    {
        var scheme = schemes.GetValueOrDefault(name);
        if (scheme is null) node.Error($"\"{Node.Shorten(name)}\" is no security scheme of this document.");
        else if (scheme.Kind == SchemeKind.ApiKey) return WithKey(access, node);
        else if (scheme.Kind == SchemeKind.Other)
        {
            node.Error($"API Gateway does not check \"{Node.Shorten(name)}\", so anyone could call: "
                + $"add {Names.Authorizer} to the scheme, take another, or remove the demand.");
        }
        else if (access.Authorization != AuthorizationType.NONE) node.Error("A route has one authorizer, or AWS_IAM, and not several.");
        else
        {
            var type = scheme.Authorizer is { } authorizer ? AuthorizationTypes.Of(authorizer.Type) : AuthorizationType.AWS_IAM;
            return access with { Authorization = type, Authorizer = scheme.Authorizer?.Name, Scopes = node.SortedList() };
        }
        return access;
    }

    private RouteAccess WithKey(RouteAccess access, Node node)
    {
        if (context.IsRest) return access with { ApiKeyRequired = true };
        node.Error("HTTP APIs have no API keys: remove the demand, or make a REST API of it.");
        return access;
    }

    private static RouteAccess With(RouteAccess access, Node auth)
    {
        var type = auth["type"]?.Name<AuthorizationType>() ?? AuthorizationType.NONE;
        if (type == access.Authorization || type == AuthorizationType.NONE) return access;
        if (type == AuthorizationType.AWS_IAM && access.Authorization == AuthorizationType.NONE) return access with { Authorization = type };
        auth.Error($"{Names.Auth} says {type}, and security {access.Authorization}: say one; an authorizer is asked by security.");
        return access;
    }

    private static Scheme SchemeOf(string name, Node node, AuthorizerReader reader)
    {
        if (node[Names.Authorizer] is { } authorizer) return new(SchemeKind.Authorizer, reader.Read(name, node, authorizer));
        if (Is(node[Names.AuthType], Names.SigV4)) return new(SchemeKind.SigV4, null);
        var isKey = Is(node["type"], "apiKey") && Is(node["in"], "header") && Is(node["name"], Names.ApiKeyHeader);
        return new(isKey ? SchemeKind.ApiKey : SchemeKind.Other, null);
    }

    private static bool Is(Node? node, string text) => node is { } given && string.Equals(given.Text(), text, StringComparison.OrdinalIgnoreCase);

    private enum SchemeKind
    {
        Other,
        ApiKey,
        SigV4,
        Authorizer,
    }

    /// <param name="Authorizer">Null only when the kind is another.</param>
    private sealed record Scheme(SchemeKind Kind, AuthorizerModel? Authorizer);
}
