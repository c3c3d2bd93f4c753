namespace DirectRoute.Local.Quotas;

/// <summary>What AWS allows an account in one region of API Gateway's control plane.</summary>
/// <seealso href="https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html"/>
internal static class AwsQuotas
{
    /// <summary>The name under which an edge-optimized API's creation is counted.</summary>
    public const string CreateEdgeRestApi = "CreateRestApi (EDGE)";

    /// <summary>The name under which an edge-optimized API's import is counted.</summary>
    public const string ImportEdgeRestApi = "ImportRestApi (EDGE)";

    /// <summary>The name under which the creation of a link of the second version is counted.</summary>
    public const string CreateHttpVpcLink = "CreateVpcLink (v2)";

    /// <summary>The name under which the deletion of a link of the second version is counted.</summary>
    public const string DeleteHttpVpcLink = "DeleteVpcLink (v2)";

    /// <summary>All calls together.</summary>
    public static Quota Total { get; } = new(10, 40);

    /// <summary>Operations that are counted by themselves too. Of the second version's only those of VPC links are.</summary>
    public static IReadOnlyDictionary<string, Quota> Operations { get; } = new Dictionary<string, Quota>(StringComparer.Ordinal)
    {
        ["CreateRestApi"] = Quota.Every(3),
        [CreateEdgeRestApi] = Quota.Every(30),
        ["ImportRestApi"] = Quota.Every(3),
        [ImportEdgeRestApi] = Quota.Every(30),
        ["PutRestApi"] = Quota.Every(1),
        ["DeleteRestApi"] = Quota.Every(30),
        ["CreateDeployment"] = Quota.Every(5),
        ["CreateResource"] = new(5, 5),
        ["DeleteResource"] = new(5, 5),
        ["GetResources"] = new(2.5, 5),
        ["CreateApiKey"] = new(5, 5),
        ["DeleteApiKey"] = new(5, 5),
        ["UpdateUsagePlan"] = Quota.Every(20),
        ["UpdateAccount"] = Quota.Every(20),
        ["CreateDocumentationVersion"] = Quota.Every(20),
        ["ImportDocumentationParts"] = Quota.Every(30),
        [CreateHttpVpcLink] = Quota.Every(15),
        [DeleteHttpVpcLink] = Quota.Every(30),
    };
}
