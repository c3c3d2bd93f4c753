using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>AWS AppConfig.</summary>
internal static class AppConfigActions
{
    private const string Id = "[a-z0-9]{4,7}";
    private const string Application = "arn:{partition}:appconfig:{region}:{account}:application/{application}";

    private static readonly ResourceEntry Configuration = new("appconfig", "configuration",
        "arn:aws:appconfig:us-east-1:123456789012:application/abc1234/environment/def5678/configuration/ghi9012",
        $"application/(?<application>{Id})/environment/(?<environment>{Id})/configuration/(?<configuration>{Id})")
    {
        CrossAccountAdvice = "AppConfig has no resource policies: the call only works with a role of the application's account.",
    };

    public static readonly ValueList<ActionEntry> All =
    [
        new()
        {
            Action = "appconfig:GetConfiguration",
            Resource = Configuration,
            Given = ValueMap.Of(("Application", "{application}"), ("Environment", "{environment}"), ("Configuration", "{configuration}")),
            Parameters =
            [
                new("ClientId", TextShape.UpTo(64), Required: true) { In = ParameterLocation.QueryString, WireName = "client_id" },
                new("ClientConfigurationVersion", TextShape.UpTo(1024)) { In = ParameterLocation.QueryString, WireName = "client_configuration_version" },
            ],
            Rest = new RestCall("appconfig", "path/applications/{application}/environments/{environment}/configurations/{configuration}", RestProtocol.Rest) { Method = "GET" },
            Http = new("AppConfig-GetConfiguration", ["ClientId", "ClientConfigurationVersion"]),
            Permissions =
            [
                new(null, Application), new(null, Application + "/environment/{environment}"), new(null, Application + "/configurationprofile/{configuration}"),
            ],
            ErrorStyle = ErrorStyle.RestJson,
            Example = """{"ClientId": "$request.header.X-Client"}""",
        },
    ];
}
