using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class PutRolePermissionsBoundaryRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }

    public string? PermissionsBoundary { get; set; }
}

public class PutRolePermissionsBoundaryResponse : AmazonWebServiceResponse;

public class DeleteRolePermissionsBoundaryRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }
}

public class DeleteRolePermissionsBoundaryResponse : AmazonWebServiceResponse;

public class AttachedPermissionsBoundary
{
    public PermissionsBoundaryAttachmentType? PermissionsBoundaryType { get; set; }

    public string? PermissionsBoundaryArn { get; set; }
}
