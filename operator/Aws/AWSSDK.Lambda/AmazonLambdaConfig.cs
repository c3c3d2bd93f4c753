using DirectRoute.Aws.Protocol;
using DirectRoute.Aws.Protocol.Endpoints;

namespace Amazon.Lambda;

/// <summary>How a client reaches AWS Lambda.</summary>
public class AmazonLambdaConfig() : ServiceConfig(Service, new EndpointRules("lambda"))
{
    private static readonly ServiceIdentity Service =
        new(Id: "Lambda", EndpointPrefix: "lambda", SigningName: "lambda", Version: "2015-03-31");

    /// <summary>The name of the service in configuration, such as <c>AWS_ENDPOINT_URL_LAMBDA</c>.</summary>
    public static new string ServiceId => Service.Id;
}
