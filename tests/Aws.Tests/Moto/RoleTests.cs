using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using DirectRoute.Aws.Tests.Support;
using DirectRoute.Testing;

namespace DirectRoute.Aws.Tests.Moto;

/// <summary>Each operation on roles, as moto understands it.</summary>
public sealed class RoleTests : IAsyncLifetime, IDisposable
{
    private const string Trust =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    private const string Policy =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"arn:aws:sqs:us-east-1:123456789012:q+1 é"}]}""";

    private const string Boundary = "arn:aws:iam::123456789012:policy/boundary";

    private readonly string name = TestEnvironment.NewName("role");
    private ForeignAws aws = null!;
    private IAmazonIdentityManagementService client = null!;
    private Role role = null!;

    public async Task InitializeAsync()
    {
        aws = await ForeignAws.SharedAsync();
        client = aws.Iam();
        role = (await client.CreateRoleAsync(new()
        {
            RoleName = name,
            Path = "/direct/",
            AssumeRolePolicyDocument = Trust,
            Description = "made by a test",
            MaxSessionDuration = 7200,
            PermissionsBoundary = Boundary,
            Tags = [new() { Key = "owner", Value = "tests" }, new() { Key = "empty", Value = "" }],
        })).Role!;
    }

    public async Task DisposeAsync() => await client.DeleteRoleAsync(new() { RoleName = name });

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task CreateRole_AllMembers_AreReadBack()
    {
        var response = await client.GetRoleAsync(new() { RoleName = name });

        var read = response.Role!;
        Assert.Equal(role.Arn, read.Arn);
        Assert.EndsWith($":role/direct/{name}", read.Arn, StringComparison.Ordinal);
        Assert.Equal("/direct/", read.Path);
        Assert.Equal("made by a test", read.Description);
        Assert.Equal(7200, read.MaxSessionDuration);
        Assert.Equal(Boundary, read.PermissionsBoundary!.PermissionsBoundaryArn);
        Assert.Equal(PermissionsBoundaryAttachmentType.PermissionsBoundaryPolicy, read.PermissionsBoundary.PermissionsBoundaryType);
        Assert.Equal(DateTimeKind.Utc, read.CreateDate!.Value.Kind);
        Assert.Equal(["owner", "empty"], read.Tags!.Select(tag => tag.Key!));
        Assert.NotEmpty(response.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task GetRole_PolicyDocument_StaysUrlEncoded()
    {
        var read = await client.GetRoleAsync(new() { RoleName = name });

        Assert.StartsWith("%7B", read.Role!.AssumeRolePolicyDocument, StringComparison.Ordinal);
        Assert.Equal(Trust, Uri.UnescapeDataString(read.Role.AssumeRolePolicyDocument!));
    }

    [Fact]
    public async Task UpdateRole_Changes()
    {
        await client.UpdateRoleAsync(new() { RoleName = name, Description = "other", MaxSessionDuration = 3600 });

        var read = (await client.GetRoleAsync(new() { RoleName = name })).Role!;
        Assert.Equal("other", read.Description);
        Assert.Equal(3600, read.MaxSessionDuration);
    }

    [Fact]
    public async Task UpdateAssumeRolePolicy_Changes()
    {
        var other = Trust.Replace("apigateway", "lambda", StringComparison.Ordinal);
        await client.UpdateAssumeRolePolicyAsync(new() { RoleName = name, PolicyDocument = other });

        var read = (await client.GetRoleAsync(new() { RoleName = name })).Role!;
        Assert.Equal(other, Uri.UnescapeDataString(read.AssumeRolePolicyDocument!));
    }

    [Fact]
    public async Task RoleTags_AddAndRemove_AreSeen()
    {
        await client.TagRoleAsync(new() { RoleName = name, Tags = [new() { Key = "team", Value = "a=b c+d/é" }] });
        await client.UntagRoleAsync(new() { RoleName = name, TagKeys = ["owner", "empty"] });

        var tags = (await client.ListRoleTagsAsync(new() { RoleName = name, MaxItems = 100 })).Tags!;
        var tag = Assert.Single(tags);
        Assert.Equal(("team", "a=b c+d/é"), (tag.Key, tag.Value));
    }

    [Fact]
    public async Task InlinePolicies_Lifecycle_IsSeen()
    {
        await client.PutRolePolicyAsync(new() { RoleName = name, PolicyName = "routes", PolicyDocument = Policy });

        Assert.Equal(["routes"], (await client.ListRolePoliciesAsync(new() { RoleName = name })).PolicyNames!);
        var read = await client.GetRolePolicyAsync(new() { RoleName = name, PolicyName = "routes" });
        Assert.Equal(Policy, Uri.UnescapeDataString(read.PolicyDocument!));

        await client.DeleteRolePolicyAsync(new() { RoleName = name, PolicyName = "routes" });
        await Assert.ThrowsAsync<NoSuchEntityException>(() => client.GetRolePolicyAsync(new() { RoleName = name, PolicyName = "routes" }));
    }

    [Fact]
    public async Task DeleteRole_WithPolicy_IsDeleteConflict()
    {
        await client.PutRolePolicyAsync(new() { RoleName = name, PolicyName = "routes", PolicyDocument = Policy });

        await Assert.ThrowsAsync<DeleteConflictException>(() => client.DeleteRoleAsync(new() { RoleName = name }));

        await client.DeleteRolePolicyAsync(new() { RoleName = name, PolicyName = "routes" });
    }

    [Fact]
    public async Task ManagedPolicies_AttachAndDetach_AreSeen()
    {
        var arn = await aws.CreatePolicyAsync(name, Policy);

        await client.AttachRolePolicyAsync(new() { RoleName = name, PolicyArn = arn });
        var attached = Assert.Single((await client.ListAttachedRolePoliciesAsync(new() { RoleName = name })).AttachedPolicies!);
        Assert.Equal((arn, name), (attached.PolicyArn, attached.PolicyName));
        await client.DetachRolePolicyAsync(new() { RoleName = name, PolicyArn = arn });
        Assert.Empty((await client.ListAttachedRolePoliciesAsync(new() { RoleName = name })).AttachedPolicies!);
    }

    [Fact]
    public async Task PermissionsBoundary_DeleteAndPut_AreSeen()
    {
        await client.DeleteRolePermissionsBoundaryAsync(new() { RoleName = name });
        Assert.Null((await client.GetRoleAsync(new() { RoleName = name })).Role!.PermissionsBoundary);

        await client.PutRolePermissionsBoundaryAsync(new() { RoleName = name, PermissionsBoundary = Boundary });
        Assert.Equal(Boundary, (await client.GetRoleAsync(new() { RoleName = name })).Role!.PermissionsBoundary!.PermissionsBoundaryArn);
    }

    [Fact]
    public async Task GetRole_Missing_IsNoSuchEntity()
    {
        var error = await Assert.ThrowsAsync<NoSuchEntityException>(() => client.GetRoleAsync(new() { RoleName = "missing" }));

        Assert.Equal("NoSuchEntity", error.ErrorCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, error.StatusCode);
        Assert.Contains("missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateRole_Twice_IsEntityAlreadyExists() =>
        await Assert.ThrowsAsync<EntityAlreadyExistsException>(() => client.CreateRoleAsync(new() { RoleName = name, AssumeRolePolicyDocument = Trust }));

    [Fact]
    public async Task PutRolePolicy_NotJson_IsMalformedPolicyDocument() =>
        await Assert.ThrowsAsync<MalformedPolicyDocumentException>(
            () => client.PutRolePolicyAsync(new() { RoleName = name, PolicyName = "routes", PolicyDocument = "{" }));
}
