using Amazon.Lambda.Model;
using DirectRoute.Aws.Protocol;
using DirectRoute.Aws.Protocol.RestJson;

namespace Amazon.Lambda.Internal;

/// <summary>The operations as AWS's service model has them.</summary>
internal static class Operations
{
    private static readonly RestJsonProtocol Protocol =
        new("Amazon.Lambda", ServiceShapes.Default, naming: null, ServiceErrors.Table);

    public static readonly Operation<AddPermissionRequest, AddPermissionResponse> AddPermission =
        Protocol.Operation<AddPermissionRequest, AddPermissionResponse>("POST", "/2015-03-31/functions/{FunctionName}/policy");

    public static readonly Operation<RemovePermissionRequest, RemovePermissionResponse> RemovePermission =
        Protocol.Operation<RemovePermissionRequest, RemovePermissionResponse>("DELETE", "/2015-03-31/functions/{FunctionName}/policy/{StatementId}");

    public static readonly Operation<GetPolicyRequest, GetPolicyResponse> GetPolicy =
        Protocol.Operation<GetPolicyRequest, GetPolicyResponse>("GET", "/2015-03-31/functions/{FunctionName}/policy");
}
