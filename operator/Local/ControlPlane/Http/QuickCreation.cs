using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Http;

/// <summary>What CreateApi makes of a <c>target</c>: an integration, a route to it, and the stage <c>$default</c> that deploys by itself.</summary>
internal static class QuickCreation
{
    public static Outcome<HttpApiState> Apply(HttpApiState api, HttpApi request, DateTimeOffset now)
    {
        if (request.Target is not { } target) return api;
        var (integrationId, routeId) = (Ids.Part(), Ids.Part());
        return
            from integration in HttpIntegrationOperations.Complete(api.Content, integrationId, Integration(target, request.CredentialsArn))
            let content = api.Content with { Integrations = api.Content.Integrations.Add(integrationId, integration) }
            from route in HttpRouteOperations.Complete(
                content, routeId, new() { ApiGatewayManaged = true, RouteKey = request.RouteKey ?? "$default", Target = "integrations/" + integrationId })
            select api with
            {
                Content = content with { Routes = content.Routes.Add(routeId, route) },
                Stages = api.Stages.Add("$default", HttpStageOperations.New(new() { StageName = "$default", AutoDeploy = true, ApiGatewayManaged = true }, now)),
            };
    }

    private static HttpIntegration Integration(string target, string? credentials)
    {
        var isAddress = target.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        return new()
        {
            ApiGatewayManaged = true,
            CredentialsArn = credentials,
            IntegrationType = isAddress ? "HTTP_PROXY" : "AWS_PROXY",
            IntegrationMethod = isAddress ? "ANY" : "POST",
            IntegrationUri = target,
            PayloadFormatVersion = isAddress ? "1.0" : "2.0",
        };
    }
}
