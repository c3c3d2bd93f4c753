using DirectRoute.EndToEnd.Harness;
using DirectRoute.EndToEnd.Samples.Proofs;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd.Samples;

/// <summary>A route works because its role may do what the route does, and for no other reason.</summary>
public sealed class PermissionTests
{
    [Fact]
    public async Task PermissionIsTakenAway_RequestIsDenied_OperatorPutsItBackAndItIsServed()
    {
        await using var world = await SampleWorld.StartAsync(AwsSide.LocalGateway);
        var (scenario, client, proof) = (world.Scenario, new SampleClient(world.Scenario), new GetItemProof());
        await proof.PrepareAsync(world);
        await world.ApplyAsync(proof.Folder);
        await proof.ProveAsync(world, client);
        var role = Scenario.StatusOf(await scenario.GetAsync("integrationrole/users-reader"), "arn")!.Split('/')[^1];

        (await scenario.Aws.AwsAsync("iam", "delete-role-policy", "--role-name", role, "--policy-name", "directroute")).EnsureSuccess();
        var denied = await client.SendAsync(proof.Api, SampleRequest.Get("/users/42"));

        Assert.True(denied.Status == 502, denied.ToString());
        Assert.DoesNotContain("Ada", denied.Text, StringComparison.Ordinal);
        (await scenario.Namespace.KubectlAsync("annotate", "integrationrole/users-reader", "look=again")).EnsureSuccess();
        await Eventually.HoldsAsync("the route is served again", async () => (await client.SendAsync(proof.Api, SampleRequest.Get("/users/42"))).Status == 200);
    }
}
