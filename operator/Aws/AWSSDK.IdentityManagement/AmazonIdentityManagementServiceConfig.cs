using Amazon.IdentityManagement.Internal;
using DirectRoute.Aws.Protocol;

namespace Amazon.IdentityManagement;

/// <summary>How a client reaches AWS Identity and Access Management.</summary>
public class AmazonIdentityManagementServiceConfig() : ServiceConfig(Service, new IamEndpointRules())
{
    private static readonly ServiceIdentity Service =
        new(Id: "IAM", EndpointPrefix: "iam", SigningName: "iam", Version: "2010-05-08");

    /// <summary>The name of the service in configuration, such as <c>AWS_ENDPOINT_URL_IAM</c>.</summary>
    public static new string ServiceId => Service.Id;
}
