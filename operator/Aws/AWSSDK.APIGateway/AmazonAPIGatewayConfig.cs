using DirectRoute.Aws.Protocol;
using DirectRoute.Aws.Protocol.Endpoints;

namespace Amazon.APIGateway;

/// <summary>How a client reaches Amazon API Gateway (REST APIs).</summary>
public class AmazonAPIGatewayConfig() : ServiceConfig(Service, new EndpointRules("apigateway"))
{
    private static readonly ServiceIdentity Service =
        new(Id: "API Gateway", EndpointPrefix: "apigateway", SigningName: "apigateway", Version: "2015-07-09");

    /// <summary>The name of the service in configuration, such as <c>AWS_ENDPOINT_URL_API_GATEWAY</c>.</summary>
    public static new string ServiceId => Service.Id;
}
