using DirectRoute.Core.Model;
using DirectRoute.Local.Lambda;

namespace DirectRoute.Local.Services;

/// <summary>Tells which APIs need to know where services of AWS are.</summary>
public static class ServiceUse
{
    /// <summary>Whether a route or an authorizer calls a service. A function that <see cref="LocalOptions.LambdaTargets"/> runs is called on this machine.</summary>
    public static bool IsIn(ApiModel api, LocalOptions options)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(options);
        return api.Routes.Any(r => IsIn(r.Integration, options)) || api.Authorizers.Any(a => FunctionReference.OfUri(a.Uri) is { } function && IsOfService(function, options));
    }

    private static bool IsIn(IntegrationModel integration, LocalOptions options) => integration.Type is IntegrationType.AWS or IntegrationType.AWS_PROXY
        && (!LambdaIntegrations.Serves(integration) || FunctionReference.OfUri(integration.Uri) is not { } function || IsOfService(function, options));

    private static bool IsOfService(FunctionReference function, LocalOptions options) => !options.LambdaTargets.Any(t => t.Fit(function) > 0);
}
