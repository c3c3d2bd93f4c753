using DirectRoute.Core.Failures;
using DirectRoute.Kubernetes.Tests.Fakes;
using DirectRoute.Operator.Controllers;
using DirectRoute.Operator.Tests.Sync;

namespace DirectRoute.Operator.Tests.Controllers;

/// <summary>Accounts, then roles, then APIs; and nobody who hangs holds up the rest for ever.</summary>
public sealed class ControllerSetTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task Run_AfterAStart_RolesComeAfterAccountsAndNobodyIsToldToWait()
    {
        await using var world = await World.StartAsync(World.Account(), World.Role(spec: new() { RoleName = "writer" }), World.Api(), World.Route(role: "writer"));
        using var stop = new CancellationTokenSource();
        var running = Run(world, stop.Token);

        await Wait.UntilAsync(world.Clock, Step, () => world.Cloud.Calls.Contains("observe REST "));

        var calls = world.Cloud.Calls.ToList();
        Assert.InRange(calls.IndexOf("PutRolePolicy writer"), 0, calls.IndexOf("observe REST ") - 1);
        Assert.DoesNotContain(world.Server.Calls, c => c.Body?.Contains("RefNotReady", StringComparison.Ordinal) is true);
        await EndAsync(world, running, stop);
    }

    [Fact]
    public async Task Run_OneAccountHangs_TheOthersAreServedAllTheSame()
    {
        await using var world = await World.StartAsync(World.Account("hanging"), World.Account(), World.Api());
        var answers = world.Cloud.Identity;
        world.Cloud.Identity = async (settings, ct) =>
        {
            if (settings.AccountName == "hanging") await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
            return await answers(settings, ct);
        };
        using var stop = new CancellationTokenSource();
        var began = world.Clock.GetUtcNow();
        var running = Run(world, stop.Token);

        await Wait.UntilAsync(world.Clock, TimeSpan.FromSeconds(1), () => world.Cloud.Calls.Contains("observe REST "));

        Assert.InRange(world.Clock.GetUtcNow() - began, TimeSpan.FromSeconds(29), TimeSpan.FromMinutes(1.9));
        await EndAsync(world, running, stop);
    }

    [Fact]
    public async Task Run_StoppedWhileAnAccountHangs_Ends()
    {
        await using var world = await World.StartAsync(World.Account());
        var isAsked = false;
        world.Cloud.Identity = async (_, ct) =>
        {
            isAsked = true;
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
            return new Failure(FailureKind.Transient, "Never", "");
        };
        using var stop = new CancellationTokenSource();
        var running = Run(world, stop.Token);
        await Wait.UntilAsync(() => isAsked);

        await EndAsync(world, running, stop);
    }

    private static Task Run(World world, CancellationToken stop)
    {
        world.Get<Triggers>().Connect();
        return world.Get<ControllerSet>().RunAsync(stop, CancellationToken.None);
    }

    /// <summary>A run that hangs is cut off when its time to end is over.</summary>
    private static async Task EndAsync(World world, Task running, CancellationTokenSource stop)
    {
        await stop.CancelAsync();
        await Wait.UntilAsync(world.Clock, TimeSpan.FromSeconds(1), () => running.IsCompleted);
        await running;
    }
}
