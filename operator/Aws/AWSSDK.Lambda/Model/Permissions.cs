using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.Lambda.Model;

public class AddPermissionRequest : AmazonLambdaRequest
{
    [Uri("FunctionName")]
    public string? FunctionName { get; set; }

    public string? StatementId { get; set; }

    public string? Action { get; set; }

    public string? Principal { get; set; }

    public string? SourceArn { get; set; }

    public string? SourceAccount { get; set; }

    public string? EventSourceToken { get; set; }

    [Query("Qualifier")]
    public string? Qualifier { get; set; }

    public string? RevisionId { get; set; }

    public string? PrincipalOrgID { get; set; }

    public FunctionUrlAuthType? FunctionUrlAuthType { get; set; }

    public bool? InvokedViaFunctionUrl { get; set; }
}

public class AddPermissionResponse : AmazonWebServiceResponse
{
    public string? Statement { get; set; }
}

public class RemovePermissionRequest : AmazonLambdaRequest
{
    [Uri("FunctionName")]
    public string? FunctionName { get; set; }

    [Uri("StatementId")]
    public string? StatementId { get; set; }

    [Query("Qualifier")]
    public string? Qualifier { get; set; }

    [Query("RevisionId")]
    public string? RevisionId { get; set; }
}

public class RemovePermissionResponse : AmazonWebServiceResponse;

public class GetPolicyRequest : AmazonLambdaRequest
{
    [Uri("FunctionName")]
    public string? FunctionName { get; set; }

    [Query("Qualifier")]
    public string? Qualifier { get; set; }
}

public class GetPolicyResponse : AmazonWebServiceResponse
{
    public string? Policy { get; set; }

    public string? RevisionId { get; set; }
}
