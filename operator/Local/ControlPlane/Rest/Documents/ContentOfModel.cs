using System.Collections.Immutable;
using DirectRoute.Core.Model;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.Documents;

/// <summary>
/// What an import makes of a document. Recorded on AWS: a path that was there keeps its resource's id, in overwrites too. The same is held here for
/// authorizers and request validators of the same name, so that references stay whole.
/// </summary>
/// <param name="before">The content before.</param>
/// <param name="apiId">Whose it is.</param>
/// <param name="isOverwrite">Whether what the document leaves out goes.</param>
internal sealed class ContentOfModel(RestContent before, string apiId, bool isOverwrite)
{
    public RestContent Of(ApiModel model)
    {
        var authorizers = Parts(before.Authorizers, model.Authorizers.Select(Authorizer), a => a.Id!);
        var validators = Parts(before.RequestValidators, model.RequestValidators.Select(Validator), v => v.Id!);
        var content = new RestContent
        {
            Resources = Resources(model),
            Authorizers = authorizers,
            RequestValidators = validators,
            Models = Parts(before.Models, model.Models.Select(Model), m => m.Name!),
            GatewayResponses = Parts(before.GatewayResponses, model.GatewayResponses.Select(GatewayResponse), r => r.ResponseType!),
        };
        return model.Routes.Aggregate(content, With);
    }

    private ImmutableSortedDictionary<string, T> Parts<T>(ImmutableSortedDictionary<string, T> old, IEnumerable<T> parts, Func<T, string> key) =>
        (isOverwrite ? old.Clear() : old).SetItems(parts.Select(p => KeyValuePair.Create(key(p), p)));

    /// <summary>A resource for every path of the document and all that lies above it.</summary>
    private ImmutableSortedDictionary<string, RestResource> Resources(ApiModel model)
    {
        var known = before.Resources.Values.ToDictionary(r => r.Path!, StringComparer.Ordinal);
        var root = known["/"];
        var made = (isOverwrite ? [root with { ResourceMethods = null }] : before.Resources.Values).ToDictionary(r => r.Path!, StringComparer.Ordinal);
        foreach (var path in model.Routes.Select(r => r.Path))
        {
            var parent = root;
            foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                var at = ResourceOperations.PathOf(parent, part);
                if (!made.TryGetValue(at, out var resource))
                    made[at] = resource = new() { Id = known.GetValueOrDefault(at)?.Id ?? Ids.Part(), ParentId = parent.Id, PathPart = part, Path = at };
                parent = resource;
            }
        }
        return made.Values.ToImmutableSortedDictionary(r => r.Id!, r => r, StringComparer.Ordinal);
    }

    private static RestContent With(RestContent content, RouteModel route)
    {
        var path = "/" + route.Path.Trim('/');
        var resource = content.Resources.Values.First(r => r.Path == path);
        var method = MethodOfRoute.Of(route, resource, content);
        var changed = resource with { ResourceMethods = RestMaps<RestMethod>.With(resource.ResourceMethods, method.HttpMethod!, method) };
        return content with { Resources = content.Resources.SetItem(changed.Id!, changed) };
    }

    private RestAuthorizer Authorizer(AuthorizerModel model) => new()
    {
        Id = before.Authorizers.Values.FirstOrDefault(a => a.Name == model.Name)?.Id ?? Ids.Part(),
        Name = model.Name,
        Type = model.Type.ToString(),
        AuthType = model.Type == AuthorizerType.COGNITO_USER_POOLS ? "cognito_user_pools" : "custom",
        AuthorizerUri = model.Uri,
        AuthorizerCredentials = model.Credentials,
        IdentitySource = model.IdentitySources.Count == 0 ? null : string.Join(", ", model.IdentitySources),
        IdentityValidationExpression = model.IdentityValidationExpression,
        AuthorizerResultTtlInSeconds = model.ResultTtlInSeconds,
        ProviderARNs = model.ProviderArns.Count == 0 ? null : model.ProviderArns,
    };

    private RestRequestValidator Validator(RequestValidatorModel model) => new()
    {
        Id = before.RequestValidators.Values.FirstOrDefault(v => v.Name == model.Name)?.Id ?? Ids.Part(),
        Name = model.Name,
        ValidateRequestBody = model.ValidateRequestBody,
        ValidateRequestParameters = model.ValidateRequestParameters,
    };

    private RestModel Model(SchemaModel model) => new()
    {
        Id = before.Models.GetValueOrDefault(model.Name)?.Id ?? Ids.Part(),
        Name = model.Name,
        ContentType = model.ContentType,
        Description = model.Description,
        Schema = ModelReferences.ToAddresses(model.Schema, apiId),
    };

    private static RestGatewayResponse GatewayResponse(GatewayResponseModel model) => new()
    {
        ResponseType = model.ResponseType,
        StatusCode = model.StatusCode,
        ResponseParameters = MethodOfRoute.Map(model.ResponseParameters),
        ResponseTemplates = MethodOfRoute.Map(model.ResponseTemplates),
    };
}
