using Dialog.Core.Access;
using Microsoft.AspNetCore.Authorization;

namespace Dialog.Bot.Access;

/// <summary>What a route is for; <see cref="AccessTable"/> says who may.</summary>
internal sealed class Rule(Act act) : AuthorizationHandler<Rule>, IAuthorizationRequirement
{
    public Act Act => act;

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Rule requirement)
    {
        if (Caller.Of(context.User).May(act))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
