using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class ListRoleTagsRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }

    public string? Marker { get; set; }

    public int? MaxItems { get; set; }
}

public class ListRoleTagsResponse : AmazonWebServiceResponse
{
    public List<Tag>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}

public class TagRoleRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }

    public List<Tag>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class TagRoleResponse : AmazonWebServiceResponse;

public class UntagRoleRequest : AmazonIdentityManagementServiceRequest
{
    public string? RoleName { get; set; }

    public List<string>? TagKeys { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UntagRoleResponse : AmazonWebServiceResponse;

public class Tag
{
    public string? Key { get; set; }

    public string? Value { get; set; }
}
