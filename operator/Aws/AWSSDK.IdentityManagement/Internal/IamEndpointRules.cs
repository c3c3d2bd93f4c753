using Amazon.Runtime.Endpoints;
using DirectRoute.Aws.Protocol.Endpoints;

namespace Amazon.IdentityManagement.Internal;

/// <summary>
/// IAM is one service a partition, with a host and a signing region of the partition's own. A partition that AWS's rules do not name
/// (<c>aws-eusc</c> at the time of writing) has the regional pattern.
/// </summary>
internal sealed class IamEndpointRules() : EndpointRules("iam")
{
    protected override Endpoint? Special(string partition, StandardEndpointParameters input) =>
        input.UseDualStack ? null : (partition, input.UseFips) switch
        {
            ("aws", false) => Global("iam.amazonaws.com", "us-east-1"),
            ("aws", true) => Global("iam-fips.amazonaws.com", "us-east-1"),
            ("aws-cn", false) => Global("iam.cn-north-1.amazonaws.com.cn", "cn-north-1"),
            ("aws-us-gov", _) => Global("iam.us-gov.amazonaws.com", "us-gov-west-1"),
            ("aws-iso", false) => Global("iam.us-iso-east-1.c2s.ic.gov", "us-iso-east-1"),
            ("aws-iso-b", false) => Global("iam.us-isob-east-1.sc2s.sgov.gov", "us-isob-east-1"),
            ("aws-iso-e", false) => Global("iam.eu-isoe-west-1.cloud.adc-e.uk", "eu-isoe-west-1"),
            ("aws-iso-f", false) => Global("iam.us-isof-south-1.csp.hci.ic.gov", "us-isof-south-1"),
            _ => null,
        };

    private static Endpoint Global(string host, string signingRegion) => new(
        $"https://{host}",
        $$"""{"authSchemes":[{"name":"sigv4","signingName":"iam","signingRegion":"{{signingRegion}}"}]}""",
        string.Empty);
}
