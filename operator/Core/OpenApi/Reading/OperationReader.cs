using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Core.OpenApi.Reading;

/// <summary>Reads an operation as a route.</summary>
/// <param name="schemas">REST only.</param>
/// <param name="validators">The names of the API's request validators.</param>
internal sealed class OperationReader(ReadingContext context, SecurityReader security, SchemaReader? schemas, HashSet<string> validators)
{
    private readonly IntegrationReader integrations = new(context);

    public RouteModel Read(RouteMethod method, string path, Node operation, Node? sharedParameters)
    {
        var access = security.Read(operation);
        var route = new RouteModel
        {
            Method = method,
            Path = path,
            Authorization = access.Authorization,
            Authorizer = access.Authorizer,
            AuthorizationScopes = access.Scopes,
            ApiKeyRequired = access.ApiKeyRequired,
            Integration = Integration(operation),
        };
        return schemas is null ? route : WithRest(route, operation, sharedParameters, schemas);
    }

    private RouteModel WithRest(RouteModel route, Node operation, Node? sharedParameters, SchemaReader models)
    {
        var parameters = new ParameterReader(context).Read(sharedParameters, operation["parameters"]);
        return route with
        {
            OperationName = operation["operationId"]?.Text(),
            RequestValidator = Validator(operation),
            RequestModels = context.IsSwagger ? models.BodyOf(parameters.Body, operation) : models.BodyOf(operation["requestBody"]),
            RequestParameters = parameters.Declared,
            Responses = new ResponseReader(context, models).Read(operation),
        };
    }

    private IntegrationModel Integration(Node operation)
    {
        if (operation[Names.Integration] is { } node) return context.Resolve(node) is { } found ? integrations.Read(found) : ObservedApi.NoIntegration;
        operation.Warn($"The operation has no {Names.Integration}: API Gateway has nothing to call, and cannot deploy it.");
        return ObservedApi.NoIntegration;
    }

    private string? Validator(Node operation)
    {
        if ((operation[Names.RequestValidator] ?? context.Root[Names.RequestValidator]) is not { } node || node.Text() is not { } name) return null;
        if (!validators.Contains(name)) node.Error($"\"{Node.Shorten(name)}\" is not in {Names.RequestValidators}.");
        return name;
    }
}
