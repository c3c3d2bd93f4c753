namespace DirectRoute.Operator.Cloud;

/// <summary>The services that the operator calls; the names are those of metrics.</summary>
internal static class AwsService
{
    public const string ApiGateway = "apigateway";
    public const string ApiGatewayV2 = "apigatewayv2";
    public const string Iam = "iam";
    public const string Sts = "sts";
}
