using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Operator.Cloud;

/// <summary>What was found of a REST API besides routes and stages.</summary>
internal sealed record RestPartsFound
{
    public ValueList<AuthorizerModel> Authorizers { get; init; }
    public ValueMap<string> AuthorizerIds { get; init; }
    public ValueList<RequestValidatorModel> RequestValidators { get; init; }
    public ValueMap<string> RequestValidatorIds { get; init; }
    public ValueList<SchemaModel> Models { get; init; }
    public ValueList<GatewayResponseModel> GatewayResponses { get; init; }

    /// <summary>A route with the names of what it names by id; an id that leads nowhere stays.</summary>
    public RouteModel Named(RouteModel route) => route with
    {
        Authorizer = Name(AuthorizerIds, route.Authorizer),
        RequestValidator = Name(RequestValidatorIds, route.RequestValidator),
    };

    private static string? Name(ValueMap<string> ids, string? id) => id is null ? null : ids.Where(i => i.Value == id).Select(i => i.Key).FirstOrDefault() ?? id;
}

/// <summary>Reads authorizers, models, request validators and gateway responses, a call each, as far as they are asked for.</summary>
internal sealed class RestPartsReader(IAmazonAPIGateway client, AwsCaller caller)
{
    private const int PageSize = 500;
    private const char SourceSeparator = ',';

    public async Task<RestPartsFound> ReadAsync(string apiId, ApiParts parts, CancellationToken cancellationToken)
    {
        var authorizers = WhenAsync(parts, ApiParts.Authorizers, () => GetAuthorizersAsync(apiId, cancellationToken));
        var models = WhenAsync(parts, ApiParts.Models, () => GetModelsAsync(apiId, cancellationToken));
        var validators = WhenAsync(parts, ApiParts.RequestValidators, () => GetValidatorsAsync(apiId, cancellationToken));
        var responses = WhenAsync(parts, ApiParts.GatewayResponses, () => GetGatewayResponsesAsync(apiId, cancellationToken));
        await Task.WhenAll(authorizers, models, validators, responses).ConfigureAwait(false);
        var named = UniqueNames.Of(await authorizers.ConfigureAwait(false), a => a.Id!, a => a.Name!);
        var namedValidators = UniqueNames.Of(await validators.ConfigureAwait(false), v => v.Id!, v => v.Name!);
        return new()
        {
            Authorizers = named.Select(a => Authorizer(a.Key, a.Value)).ToValueList(),
            AuthorizerIds = named.Select(a => KeyValuePair.Create(a.Key, a.Value.Id!)).ToValueMap(),
            RequestValidators = namedValidators.Select(v => new RequestValidatorModel(v.Key, v.Value.ValidateRequestBody ?? false, v.Value.ValidateRequestParameters ?? false)).ToValueList(),
            RequestValidatorIds = namedValidators.Select(v => KeyValuePair.Create(v.Key, v.Value.Id!)).ToValueMap(),
            Models = (await models.ConfigureAwait(false)).Where(m => !IsAwsOwn(m)).Select(Schema).OrderBy(m => m.Name, StringComparer.Ordinal).ToValueList(),
            GatewayResponses = (await responses.ConfigureAwait(false)).Where(r => r.DefaultResponse != true).Select(Response).OrderBy(r => r.ResponseType, StringComparer.Ordinal).ToValueList(),
        };
    }

    private static Task<List<T>> WhenAsync<T>(ApiParts parts, ApiParts part, Func<Task<List<T>>> read) => parts.HasFlag(part) ? read() : Task.FromResult(new List<T>());

    private Task<List<Authorizer>> GetAuthorizersAsync(string apiId, CancellationToken cancellationToken) => Pages.AllAsync(
        async (position, ct) =>
        {
            var request = new GetAuthorizersRequest { RestApiId = apiId, Limit = PageSize, Position = position };
            var page = await CallAsync(nameof(client.GetAuthorizersAsync), c => client.GetAuthorizersAsync(request, c), ct).ConfigureAwait(false);
            return (page.Items, page.Position);
        },
        cancellationToken);

    private Task<List<Model>> GetModelsAsync(string apiId, CancellationToken cancellationToken) => Pages.AllAsync(
        async (position, ct) =>
        {
            var request = new GetModelsRequest { RestApiId = apiId, Limit = PageSize, Position = position };
            var page = await CallAsync(nameof(client.GetModelsAsync), c => client.GetModelsAsync(request, c), ct).ConfigureAwait(false);
            return (page.Items, page.Position);
        },
        cancellationToken);

    private Task<List<RequestValidator>> GetValidatorsAsync(string apiId, CancellationToken cancellationToken) => Pages.AllAsync(
        async (position, ct) =>
        {
            var request = new GetRequestValidatorsRequest { RestApiId = apiId, Limit = PageSize, Position = position };
            var page = await CallAsync(nameof(client.GetRequestValidatorsAsync), c => client.GetRequestValidatorsAsync(request, c), ct).ConfigureAwait(false);
            return (page.Items, page.Position);
        },
        cancellationToken);

    private Task<List<GatewayResponse>> GetGatewayResponsesAsync(string apiId, CancellationToken cancellationToken) => Pages.AllAsync(
        async (position, ct) =>
        {
            var request = new GetGatewayResponsesRequest { RestApiId = apiId, Limit = PageSize, Position = position };
            var page = await CallAsync(nameof(client.GetGatewayResponsesAsync), c => client.GetGatewayResponsesAsync(request, c), ct).ConfigureAwait(false);
            return (page.Items, page.Position);
        },
        cancellationToken);

    /// <summary>AWS gives every new API the models Empty and Error.</summary>
    private static bool IsAwsOwn(Model model) => model.Name is "Empty" or "Error" && model.Description is "This is a default empty schema model" or "This is a default error schema model";

    private static AuthorizerModel Authorizer(string name, Authorizer answer) => new()
    {
        Name = name,
        Type = Enum.TryParse<Core.Model.AuthorizerType>(answer.Type?.Value, out var type) ? type : Core.Model.AuthorizerType.TOKEN,
        Uri = RestReader.NullIfEmpty(answer.AuthorizerUri),
        Credentials = RestReader.NullIfEmpty(answer.AuthorizerCredentials),
        IdentitySources = (answer.IdentitySource ?? "").Split(SourceSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToValueList(),
        IdentityValidationExpression = RestReader.NullIfEmpty(answer.IdentityValidationExpression),
        ResultTtlInSeconds = answer.AuthorizerResultTtlInSeconds,
        ProviderArns = RestReader.List(answer.ProviderARNs),
    };

    private static SchemaModel Schema(Model answer) => new()
    {
        Name = answer.Name!,
        ContentType = answer.ContentType ?? "",
        Description = RestReader.NullIfEmpty(answer.Description),
        Schema = SchemaReferences.WithNames(answer.Schema ?? ""),
    };

    private static GatewayResponseModel Response(GatewayResponse answer) => new()
    {
        ResponseType = answer.ResponseType!.Value,
        StatusCode = RestReader.NullIfEmpty(answer.StatusCode),
        ResponseParameters = RestReader.Map(answer.ResponseParameters),
        ResponseTemplates = RestReader.Map(answer.ResponseTemplates),
    };

    private Task<T> CallAsync<T>(string method, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        caller.CallAsync(AwsService.ApiGateway, Pages.Operation(method), call, cancellationToken);
}

/// <summary>Gives things that AWS tells apart by id only a name each of its own.</summary>
internal static class UniqueNames
{
    /// <summary>In ordinal order of name. Of several with one name the first by id has it, the others have their ids behind it.</summary>
    public static ValueMap<T> Of<T>(IEnumerable<T> things, Func<T, string> id, Func<T, string> name) =>
        things.GroupBy(name, StringComparer.Ordinal)
            .SelectMany(g => g.OrderBy(id, StringComparer.Ordinal).Select((t, i) => KeyValuePair.Create(i == 0 ? g.Key : $"{g.Key} ({id(t)})", t)))
            .ToValueMap();
}
