using DirectRoute.Aws.Protocol;
using DirectRoute.Aws.Protocol.Endpoints;

namespace Amazon.ApiGatewayV2;

/// <summary>How a client reaches Amazon API Gateway (HTTP and WebSocket APIs).</summary>
public class AmazonApiGatewayV2Config() : ServiceConfig(Service, new EndpointRules("apigateway"))
{
    private static readonly ServiceIdentity Service =
        new(Id: "ApiGatewayV2", EndpointPrefix: "apigateway", SigningName: "apigateway", Version: "2018-11-29");

    /// <summary>The name of the service in configuration, such as <c>AWS_ENDPOINT_URL_APIGATEWAYV2</c>.</summary>
    public static new string ServiceId => Service.Id;
}
