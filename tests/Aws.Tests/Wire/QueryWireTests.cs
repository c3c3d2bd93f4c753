using DirectRoute.Aws.Tests.Support;

namespace DirectRoute.Aws.Tests.Wire;

/// <summary>Exact requests and responses, written by hand from IAM's API reference.</summary>
public sealed class QueryWireTests
{
    [Fact]
    public async Task CreateRole_Form_IsFlattened()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(200, """
            <CreateRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
              <CreateRoleResult>
                <Role>
                  <Path>/application_abc/component_xyz/</Path>
                  <Arn>arn:aws:iam::123456789012:role/application_abc/component_xyz/S3Access</Arn>
                  <RoleName>S3Access</RoleName>
                  <AssumeRolePolicyDocument>%7B%22Version%22%3A%222012-10-17%22%7D</AssumeRolePolicyDocument>
                  <CreateDate>2012-05-08T23:34:01.495Z</CreateDate>
                  <RoleId>AROADBQP57FF2AEXAMPLE</RoleId>
                  <Tags/>
                  <RoleLastUsed/>
                </Role>
              </CreateRoleResult>
              <ResponseMetadata>
                <RequestId>4a93ceee-9966-11e1-b624-b1aEXAMPLE7c</RequestId>
              </ResponseMetadata>
            </CreateRoleResponse>
            """);
        using var client = Clients.Iam(endpoint.Url);

        var response = await client.CreateRoleAsync(new()
        {
            RoleName = "S3Access",
            MaxSessionDuration = 3600,
            Tags = [new() { Key = "a", Value = "1" }, new() { Key = "b", Value = "" }],
        });

        Assert.Equal(
            [
                ("Action", "CreateRole"), ("MaxSessionDuration", "3600"), ("RoleName", "S3Access"), ("Tags.member.1.Key", "a"),
                ("Tags.member.1.Value", "1"), ("Tags.member.2.Key", "b"), ("Tags.member.2.Value", ""), ("Version", "2010-05-08"),
            ],
            Recorded.Parameters(endpoint.Request.Text).OrderBy(parameter => parameter.Name, StringComparer.Ordinal));
        Assert.Equal("%7B%22Version%22%3A%222012-10-17%22%7D", response.Role!.AssumeRolePolicyDocument);
        Assert.Equal(new DateTime(2012, 5, 8, 23, 34, 1, 495, DateTimeKind.Utc), response.Role.CreateDate);
        Assert.Empty(response.Role.Tags!);
        Assert.Null(response.Role.RoleLastUsed!.LastUsedDate);
        Assert.Null(response.Role.PermissionsBoundary);
        Assert.Equal("4a93ceee-9966-11e1-b624-b1aEXAMPLE7c", response.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task ListRolePolicies_Page_IsRead()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(200, """
            <ListRolePoliciesResponse><ListRolePoliciesResult>
              <PolicyNames><member>one</member><member>t&amp;wo</member></PolicyNames><IsTruncated>true</IsTruncated><Marker>next</Marker>
            </ListRolePoliciesResult></ListRolePoliciesResponse>
            """);
        using var client = Clients.Iam(endpoint.Url);

        var response = await client.ListRolePoliciesAsync(new() { RoleName = "r", Marker = "a/b=", MaxItems = 2 });

        Assert.Equal(["one", "t&wo"], response.PolicyNames!);
        Assert.True(response.IsTruncated);
        Assert.Equal("next", response.Marker);
        Assert.Contains(("Marker", "a/b="), Recorded.Parameters(endpoint.Request.Text));
    }

    [Fact]
    public async Task DeleteRole_Signature_IsOfUsEast1()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(200, "<DeleteRoleResponse/>");
        using var client = Clients.Iam(endpoint.Url);

        await client.DeleteRoleAsync(new() { RoleName = "r" });

        Assert.Contains("/us-east-1/iam/aws4_request", endpoint.Request.Headers["Authorization"], StringComparison.Ordinal);
    }
}
