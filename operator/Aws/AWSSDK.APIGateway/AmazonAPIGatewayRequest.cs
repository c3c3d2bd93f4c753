using Amazon.Runtime;

namespace Amazon.APIGateway;

/// <summary>The base of every request to Amazon API Gateway (REST APIs).</summary>
public class AmazonAPIGatewayRequest : AmazonWebServiceRequest;
