using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Http;

/// <summary>Operations on integrations.</summary>
internal static class HttpIntegrationOperations
{
    private const int MinTimeout = 50;
    private const int MaxTimeout = 30_000;

    public static HttpParts<HttpIntegration> Parts { get; } = new("Integration", "integrationId", c => c.Integrations, (c, integrations) => c with { Integrations = integrations })
    {
        Type = HttpJson.Default.HttpIntegration,
        PageType = HttpJson.Default.Integrations,
        Complete = Complete,
        UseRefusal = (content, id) => content.Routes.Values.FirstOrDefault(r => r.Target == "integrations/" + id) is { } user
            ? Answer.Conflict($"Cannot delete Integration '{id}', is referenced in route: {user.RouteKey}") : null,
    };

    public static Outcome<HttpIntegration> Complete(HttpApiContent content, string id, HttpIntegration integration)
    {
        var complete = integration with
        {
            IntegrationId = id,
            ConnectionType = integration.ConnectionType ?? "INTERNET",
            TimeoutInMillis = integration.TimeoutInMillis ?? MaxTimeout,
        };
        return complete.Unless(Refusal(complete));
    }

    private static Answer? Refusal(HttpIntegration integration) => integration switch
    {
        { IntegrationType: not ("AWS_PROXY" or "HTTP_PROXY") } => Answer.BadRequest($"Invalid integration type specified for HTTP protocol: {integration.IntegrationType}"),
        { TimeoutInMillis: < MinTimeout or > MaxTimeout } => Answer.BadRequest($"Timeout should be between {MinTimeout} ms and {MaxTimeout} ms"),
        { PayloadFormatVersion: not (null or "1.0" or "2.0") } => Answer.BadRequest($"PayloadFormatVersion {integration.PayloadFormatVersion} is not supported"),
        { IntegrationType: "AWS_PROXY", PayloadFormatVersion: null } => Answer.BadRequest("PayloadFormatVersion is a required parameter for integration"),
        { IntegrationSubtype: not null, IntegrationType: not "AWS_PROXY" } => Answer.BadRequest("IntegrationSubtype is supported for AWS_PROXY integrations only"),
        { IntegrationSubtype: not null, CredentialsArn: null } => Answer.BadRequest("CredentialsArn is a required parameter for integrations with an IntegrationSubtype"),
        { IntegrationSubtype: null, IntegrationUri: null } => Answer.BadRequest("IntegrationUri is a required parameter for integration"),
        { IntegrationType: "HTTP_PROXY", IntegrationMethod: null } => Answer.BadRequest("HttpMethod must be set for HTTP_PROXY integration"),
        _ => null,
    };
}
