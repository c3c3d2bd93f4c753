using Amazon.Runtime;

namespace Amazon.ApiGatewayV2;

/// <summary>The base of every request to Amazon API Gateway (HTTP and WebSocket APIs).</summary>
public class AmazonApiGatewayV2Request : AmazonWebServiceRequest;
