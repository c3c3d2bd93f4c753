using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.ApiGatewayV2.Model;

public class CreateRouteRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    public bool? ApiKeyRequired { get; set; }

    public List<string>? AuthorizationScopes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public AuthorizationType? AuthorizationType { get; set; }

    public string? AuthorizerId { get; set; }

    public string? ModelSelectionExpression { get; set; }

    public string? OperationName { get; set; }

    public Dictionary<string, string>? RequestModels { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, ParameterConstraints>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? RouteKey { get; set; }

    public string? RouteResponseSelectionExpression { get; set; }

    public string? Target { get; set; }
}

public class CreateRouteResponse : AmazonWebServiceResponse
{
    public bool? ApiGatewayManaged { get; set; }

    public bool? ApiKeyRequired { get; set; }

    public List<string>? AuthorizationScopes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public AuthorizationType? AuthorizationType { get; set; }

    public string? AuthorizerId { get; set; }

    public string? ModelSelectionExpression { get; set; }

    public string? OperationName { get; set; }

    public Dictionary<string, string>? RequestModels { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, ParameterConstraints>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? RouteId { get; set; }

    public string? RouteKey { get; set; }

    public string? RouteResponseSelectionExpression { get; set; }

    public string? Target { get; set; }
}

public class GetRoutesRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    [Query("maxResults")]
    public string? MaxResults { get; set; }

    [Query("nextToken")]
    public string? NextToken { get; set; }
}

public class GetRoutesResponse : AmazonWebServiceResponse
{
    public List<Route>? Items { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? NextToken { get; set; }
}

public class UpdateRouteRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    public bool? ApiKeyRequired { get; set; }

    public List<string>? AuthorizationScopes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public AuthorizationType? AuthorizationType { get; set; }

    public string? AuthorizerId { get; set; }

    public string? ModelSelectionExpression { get; set; }

    public string? OperationName { get; set; }

    public Dictionary<string, string>? RequestModels { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, ParameterConstraints>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    [Uri("routeId")]
    public string? RouteId { get; set; }

    public string? RouteKey { get; set; }

    public string? RouteResponseSelectionExpression { get; set; }

    public string? Target { get; set; }
}

public class UpdateRouteResponse : AmazonWebServiceResponse
{
    public bool? ApiGatewayManaged { get; set; }

    public bool? ApiKeyRequired { get; set; }

    public List<string>? AuthorizationScopes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public AuthorizationType? AuthorizationType { get; set; }

    public string? AuthorizerId { get; set; }

    public string? ModelSelectionExpression { get; set; }

    public string? OperationName { get; set; }

    public Dictionary<string, string>? RequestModels { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, ParameterConstraints>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? RouteId { get; set; }

    public string? RouteKey { get; set; }

    public string? RouteResponseSelectionExpression { get; set; }

    public string? Target { get; set; }
}

public class DeleteRouteRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    [Uri("routeId")]
    public string? RouteId { get; set; }
}

public class DeleteRouteResponse : AmazonWebServiceResponse;

public class ParameterConstraints
{
    public bool? Required { get; set; }
}

public class Route
{
    public bool? ApiGatewayManaged { get; set; }

    public bool? ApiKeyRequired { get; set; }

    public List<string>? AuthorizationScopes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public AuthorizationType? AuthorizationType { get; set; }

    public string? AuthorizerId { get; set; }

    public string? ModelSelectionExpression { get; set; }

    public string? OperationName { get; set; }

    public Dictionary<string, string>? RequestModels { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, ParameterConstraints>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? RouteId { get; set; }

    public string? RouteKey { get; set; }

    public string? RouteResponseSelectionExpression { get; set; }

    public string? Target { get; set; }
}
