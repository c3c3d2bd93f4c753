using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class CreateRoleRequest : AmazonIdentityManagementServiceRequest
{
    public string? Path { get; set; }

    public string? RoleName { get; set; }

    public string? AssumeRolePolicyDocument { get; set; }

    public string? Description { get; set; }

    public int? MaxSessionDuration { get; set; }

    public string? PermissionsBoundary { get; set; }

    public List<Tag>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class CreateRoleResponse : AmazonWebServiceResponse
{
    public Role? Role { get; set; }
}

public class GetRoleRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }
}

public class GetRoleResponse : AmazonWebServiceResponse
{
    public Role? Role { get; set; }
}

public class UpdateRoleRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }

    public string? Description { get; set; }

    public int? MaxSessionDuration { get; set; }
}

public class UpdateRoleResponse : AmazonWebServiceResponse;

public class UpdateAssumeRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }

    public string? PolicyDocument { get; set; }
}

public class UpdateAssumeRolePolicyResponse : AmazonWebServiceResponse;

public class DeleteRoleRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }
}

public class DeleteRoleResponse : AmazonWebServiceResponse;

public class Role
{
    public string? Path { get; set; }

    public string? RoleName { get; set; }

    public string? RoleId { get; set; }

    public string? Arn { get; set; }

    public DateTime? CreateDate { get; set; }

    public string? AssumeRolePolicyDocument { get; set; }

    public string? Description { get; set; }

    public int? MaxSessionDuration { get; set; }

    public AttachedPermissionsBoundary? PermissionsBoundary { get; set; }

    public List<Tag>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public RoleLastUsed? RoleLastUsed { get; set; }
}

public class RoleLastUsed
{
    public DateTime? LastUsedDate { get; set; }

    public string? Region { get; set; }
}
