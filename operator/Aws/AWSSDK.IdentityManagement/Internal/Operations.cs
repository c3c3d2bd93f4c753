using Amazon.IdentityManagement.Model;
using DirectRoute.Aws.Protocol;
using DirectRoute.Aws.Protocol.Query;

namespace Amazon.IdentityManagement.Internal;

/// <summary>The operations as AWS's service model has them.</summary>
internal static class Operations
{
    private static readonly QueryProtocol Protocol =
        new("Amazon.IdentityManagement", "2010-05-08", ServiceShapes.Default, ServiceErrors.Table);

    public static readonly Operation<CreateRoleRequest, CreateRoleResponse> CreateRole =
        Protocol.Operation<CreateRoleRequest, CreateRoleResponse>("CreateRole");

    public static readonly Operation<GetRoleRequest, GetRoleResponse> GetRole =
        Protocol.Operation<GetRoleRequest, GetRoleResponse>("GetRole");

    public static readonly Operation<UpdateRoleRequest, UpdateRoleResponse> UpdateRole =
        Protocol.Operation<UpdateRoleRequest, UpdateRoleResponse>("UpdateRole");

    public static readonly Operation<UpdateAssumeRolePolicyRequest, UpdateAssumeRolePolicyResponse> UpdateAssumeRolePolicy =
        Protocol.Operation<UpdateAssumeRolePolicyRequest, UpdateAssumeRolePolicyResponse>("UpdateAssumeRolePolicy");

    public static readonly Operation<DeleteRoleRequest, DeleteRoleResponse> DeleteRole =
        Protocol.Operation<DeleteRoleRequest, DeleteRoleResponse>("DeleteRole");

    public static readonly Operation<ListRoleTagsRequest, ListRoleTagsResponse> ListRoleTags =
        Protocol.Operation<ListRoleTagsRequest, ListRoleTagsResponse>("ListRoleTags");

    public static readonly Operation<TagRoleRequest, TagRoleResponse> TagRole =
        Protocol.Operation<TagRoleRequest, TagRoleResponse>("TagRole");

    public static readonly Operation<UntagRoleRequest, UntagRoleResponse> UntagRole =
        Protocol.Operation<UntagRoleRequest, UntagRoleResponse>("UntagRole");

    public static readonly Operation<PutRolePolicyRequest, PutRolePolicyResponse> PutRolePolicy =
        Protocol.Operation<PutRolePolicyRequest, PutRolePolicyResponse>("PutRolePolicy");

    public static readonly Operation<GetRolePolicyRequest, GetRolePolicyResponse> GetRolePolicy =
        Protocol.Operation<GetRolePolicyRequest, GetRolePolicyResponse>("GetRolePolicy");

    public static readonly Operation<ListRolePoliciesRequest, ListRolePoliciesResponse> ListRolePolicies =
        Protocol.Operation<ListRolePoliciesRequest, ListRolePoliciesResponse>("ListRolePolicies");

    public static readonly Operation<DeleteRolePolicyRequest, DeleteRolePolicyResponse> DeleteRolePolicy =
        Protocol.Operation<DeleteRolePolicyRequest, DeleteRolePolicyResponse>("DeleteRolePolicy");

    public static readonly Operation<AttachRolePolicyRequest, AttachRolePolicyResponse> AttachRolePolicy =
        Protocol.Operation<AttachRolePolicyRequest, AttachRolePolicyResponse>("AttachRolePolicy");

    public static readonly Operation<DetachRolePolicyRequest, DetachRolePolicyResponse> DetachRolePolicy =
        Protocol.Operation<DetachRolePolicyRequest, DetachRolePolicyResponse>("DetachRolePolicy");

    public static readonly Operation<ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse> ListAttachedRolePolicies =
        Protocol.Operation<ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse>("ListAttachedRolePolicies");

    public static readonly Operation<PutRolePermissionsBoundaryRequest, PutRolePermissionsBoundaryResponse> PutRolePermissionsBoundary =
        Protocol.Operation<PutRolePermissionsBoundaryRequest, PutRolePermissionsBoundaryResponse>("PutRolePermissionsBoundary");

    public static readonly Operation<DeleteRolePermissionsBoundaryRequest, DeleteRolePermissionsBoundaryResponse> DeleteRolePermissionsBoundary =
        Protocol.Operation<DeleteRolePermissionsBoundaryRequest, DeleteRolePermissionsBoundaryResponse>("DeleteRolePermissionsBoundary");

    public static readonly Operation<GetPolicyRequest, GetPolicyResponse> GetPolicy =
        Protocol.Operation<GetPolicyRequest, GetPolicyResponse>("GetPolicy");

    public static readonly Operation<GetPolicyVersionRequest, GetPolicyVersionResponse> GetPolicyVersion =
        Protocol.Operation<GetPolicyVersionRequest, GetPolicyVersionResponse>("GetPolicyVersion");
}
